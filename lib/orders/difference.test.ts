import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference } from './difference'

const HOUR = 3_600_000
const price = fc.integer({ min: 1, max: 99_999_999 })
const prices = fc.tuple(price, price)
/** A period of whole seconds, from an hour to two years. */
const period = fc.record({
  start: fc.integer({ min: 1_600_000_000, max: 4_000_000_000 }),
  seconds: fc.integer({ min: 3600, max: 63_072_000 }),
})
const span = ({ start, seconds }: { start: number; seconds: number }) => ({
  periodStart: new Date(start * 1000),
  periodEnd: new Date((start + seconds) * 1000),
})

describe('the difference between two plans', () => {
  test('is half the difference of the prices in the middle of a period', () => {
    const periodStart = new Date('2027-06-01T00:00:00Z')
    const periodEnd = new Date('2027-07-01T00:00:00Z')
    const now = new Date('2027-06-16T00:00:00Z')
    expect(difference({ oldPrice: 5000, newPrice: 10_001, periodStart, periodEnd, now })).toBe(2500)
  })

  test('is the whole one at the beginning of a period on the hour, and nothing at its end', () => {
    fc.assert(
      fc.property(price, price, fc.integer({ min: 1, max: 20_000 }), (a, b, hours) => {
        const periodStart = new Date('2027-01-31T07:00:00Z')
        const periodEnd = new Date(periodStart.getTime() + hours * HOUR)
        const of = { oldPrice: a, newPrice: b, periodStart, periodEnd }
        expect(difference({ ...of, now: periodStart })).toBe(Math.max(0, b - a))
        expect(difference({ ...of, now: periodEnd })).toBe(0)
      }),
    )
  })

  test('is a whole number between nothing and the difference of the prices, whenever it is asked', () => {
    fc.assert(
      fc.property(prices, period, fc.integer({ min: -9e7, max: 9e7 }), ([a, b], given, later) => {
        const now = new Date((given.start + later) * 1000)
        const due = difference({ oldPrice: a, newPrice: b, ...span(given), now })
        expect(Number.isSafeInteger(due)).toBe(true)
        expect(due).toBeGreaterThanOrEqual(0)
        expect(due).toBeLessThanOrEqual(Math.max(0, b - a))
      }),
    )
  })

  test('falls as time goes by, and stays the same within an hour', () => {
    fc.assert(
      fc.property(prices, period, fc.tuple(fc.nat(), fc.nat()), ([a, b], given, times) => {
        const [early, late] = times.map(n => n % given.seconds).sort((x, y) => x - y) as [number, number]
        const due = (seconds: number) =>
          difference({
            oldPrice: a,
            newPrice: b,
            ...span(given),
            now: new Date((given.start + seconds) * 1000),
          })
        expect(due(late)).toBeLessThanOrEqual(due(early))
        const hour = (seconds: number) => Math.ceil(((given.start + seconds) * 1000) / HOUR)
        if (hour(early) === hour(late)) expect(due(late)).toBe(due(early))
      }),
    )
  })

  test('is never dearer in two steps than in one, and by at most one cent cheaper', () => {
    fc.assert(
      fc.property(fc.tuple(price, price, price), period, fc.nat(), (three, given, later) => {
        const [a, b, c] = three.sort((one, other) => one - other) as [number, number, number]
        const now = new Date((given.start + (later % given.seconds)) * 1000)
        const due = (oldPrice: number, newPrice: number) =>
          difference({ oldPrice, newPrice, ...span(given), now })
        const steps = due(a, b) + due(b, c)
        expect(steps).toBeLessThanOrEqual(due(a, c))
        expect(steps).toBeGreaterThanOrEqual(due(a, c) - 1)
      }),
    )
  })
})
