import { expect, test } from 'vitest'
import { exactTimes, relativeTime } from './relative-time'

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR

test.each([
  [0, 'just now'],
  [59 * SECOND, 'just now'],
  [-59 * SECOND, 'just now'],
  [-60 * SECOND, '1 minute ago'],
  [-3 * DAY, '3 days ago'],
  [HOUR - SECOND, 'in 1 hour'],
  [DAY - SECOND, 'in 1 day'],
  [7 * DAY, 'in 7 days'],
  [7 * DAY - 3 * SECOND, 'in 7 days'],
  [6.4 * DAY, 'in 6 days'],
  [-13 * DAY, '13 days ago'],
  [14 * DAY - SECOND, 'in 2 weeks'],
  [30 * DAY - SECOND, 'in 4 weeks'],
  [90 * DAY - SECOND, 'in 3 months'],
  [334 * DAY, 'in 11 months'],
  [365 * DAY - SECOND, 'in 12 months'],
  [-3 * 365 * DAY, '3 years ago'],
])('a moment %d ms from now is said as "%s"', (distance, words) => {
  expect(relativeTime(1_700_000_000_000 + distance, 1_700_000_000_000)).toBe(words)
})

test('the exact time names UTC', () => {
  expect(exactTimes(Date.UTC(2026, 10, 21, 1, 55, 10)).utc).toBe('21 Nov 2026, 01:55:10 UTC')
})
