import { describe, expect, it } from 'vitest'
import { forecast } from './forecast'
import { indexOf, monthAt, monthName } from './month'

const lines = { threshold: 1000, closesAt: 1150, thisMonth: '2026-11' }
/** So many users in the months before November 2026, the latest last. */
const users = (...counts: number[]) =>
  counts.map((mau, index) => ({ month: monthAt(indexOf('2026-11') - counts.length + index), mau }))

describe('a forecast', () => {
  it('goes on with what grows by the same number each month', () => {
    const told = forecast(users(500, 550, 600, 650, 700, 750), lines)
    expect(told).toMatchObject({ perMonth: 50, passes: '2027-04', closes: '2027-06' })
    expect(told?.months[0]).toEqual({ month: '2026-11', mau: 800 })
    expect(told?.months.at(-1)).toEqual({ month: '2027-05', mau: 1100 })
  })

  it('is the line of least squares through what does not', () => {
    // By hand: means x = -2, y = 200; slope = (1·200)/2 = 100, start = 200 + 2·100.
    expect(forecast(users(100, 200, 300), lines)?.months[0]?.mau).toBe(400)
    // Through 100, 400, 100: level at 200.
    expect(forecast(users(100, 400, 100), lines)).toMatchObject({ perMonth: 0, passes: null, closes: null })
  })

  it('counts the last six complete months alone', () => {
    const old = users(9000, 9000, 9000, 100, 100, 100, 100, 100, 100)
    const running = { month: '2026-11', mau: 5 }
    expect(forecast([...old, running], lines)).toMatchObject({ perMonth: 0, passes: null })
  })

  it('wants three of the six, whichever', () => {
    expect(forecast(users(1, 2), lines)).toBeNull()
    expect(forecast([], lines)).toBeNull()
    const [a, b, , d] = users(100, 200, 0, 400).slice(0, 4)
    const gaps = [a, b, d].filter(one => one !== undefined)
    expect(forecast(gaps, lines)?.months[0]?.mau).toBe(500)
  })

  it('never falls below nothing, and says so when it stays below for five years', () => {
    const told = forecast(users(900, 600, 300), lines)
    expect(told).toMatchObject({ perMonth: -300, passes: null, closes: null })
    expect(told?.months.map(({ mau }) => mau)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(forecast(users(10, 11, 12), lines)?.passes).toBeNull()
  })

  it('tells the running month where the line is passed already; the threshold itself is allowed', () => {
    expect(forecast(users(1200, 1200, 1200), lines)).toMatchObject({ passes: '2026-11', closes: '2026-11' })
    expect(forecast(users(1000, 1000, 1000), lines)).toMatchObject({ passes: null, closes: null })
    expect(forecast(users(1001, 1001, 1001), lines)).toMatchObject({ passes: '2026-11', closes: null })
  })
})

it('months are counted over the turn of years', () => {
  expect(monthAt(indexOf('2026-12') + 1)).toBe('2027-01')
  expect(monthAt(indexOf('2027-01') - 1)).toBe('2026-12')
  expect(monthName('2027-03')).toBe('March 2027')
})
