import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodEnd } from './periods'
import type { BillingInterval } from './schema'

const at = (text: string) => new Date(`${text}T12:30:15Z`)

/** The ends of so many periods in a row, as days. */
function ends(start: string, interval: BillingInterval, count: number): string[] {
  const days: string[] = []
  const first = at(start)
  for (let from = first; days.length < count; ) {
    from = periodEnd(from, interval, first.getUTCDate())
    days.push(from.toISOString().slice(0, 10))
  }
  return days
}

describe('a period', () => {
  test('ends on the last day where the month is shorter, and comes back to its own day', () => {
    expect(ends('2027-01-31', 'MONTH', 4)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'])
    expect(ends('2027-11-30', 'MONTH', 4)).toEqual(['2027-12-30', '2028-01-30', '2028-02-29', '2028-03-30'])
  })

  test('of a year that began on a leap day ends on 28 February, and on the 29th where there is one', () => {
    expect(ends('2028-02-29', 'YEAR', 4)).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'])
  })

  test('goes beyond 2038', () => {
    expect(ends('2037-01-19', 'YEAR', 2)).toEqual(['2038-01-19', '2039-01-19'])
  })

  test('keeps the time of day in UTC, whatever clocks do in between', () => {
    // The tests run in UTC; what is computed must not look at the zone at all.
    const before = process.env.TZ
    process.env.TZ = 'America/New_York'
    try {
      expect(periodEnd(new Date('2027-02-20T06:30:00Z'), 'MONTH', 20)).toEqual(
        new Date('2027-03-20T06:30:00Z'),
      )
      expect(periodEnd(new Date('2027-01-31T02:00:00Z'), 'MONTH', 31)).toEqual(
        new Date('2027-02-28T02:00:00Z'),
      )
    } finally {
      process.env.TZ = before
    }
  })

  test('moves on by exactly its months, and never skips a day that is there', () => {
    const start = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2090-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(start, fc.constantFrom('MONTH' as const, 'YEAR' as const), (from, interval) => {
        const anchor = from.getUTCDate()
        const end = periodEnd(from, interval, anchor)
        const months =
          (end.getUTCFullYear() - from.getUTCFullYear()) * 12 + end.getUTCMonth() - from.getUTCMonth()
        expect(months).toBe(interval === 'MONTH' ? 1 : 12)
        const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
        expect(end.getUTCDate()).toBe(Math.min(anchor, last))
        expect(end.getTime() % 86_400_000).toBe(from.getTime() % 86_400_000)
      }),
    )
  })
})
