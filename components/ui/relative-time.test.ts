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
  [DAY, 'tomorrow'],
  [45 * DAY, 'next month'],
  [334 * DAY, 'in 11 months'],
  [365 * DAY, 'next year'],
])('a moment %d ms from now is said as "%s"', (distance, words) => {
  expect(relativeTime(1_700_000_000_000 + distance, 1_700_000_000_000)).toBe(words)
})

test('the exact time names UTC', () => {
  expect(exactTimes(Date.UTC(2026, 10, 21, 1, 55, 10)).utc).toBe('21 Nov 2026, 01:55:10 UTC')
})
