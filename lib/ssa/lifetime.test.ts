import { describe, expect, test } from 'vitest'
import { DAY_SECONDS } from '@/lib/days'
import { lifetimeInWords } from './lifetime'

describe('the lifetime of a client in words', () => {
  test.each([
    [null, 'Never expires'],
    [30 * DAY_SECONDS, '30 days'],
    [DAY_SECONDS, '1 day'],
    [86_461, '1 day 1 minute 1 second'],
    [7200, '2 hours'],
    [24_855 * DAY_SECONDS, '24,855 days'],
    [0, '0 seconds'],
  ])('%s is "%s"', (seconds, words) => {
    expect(lifetimeInWords(seconds)).toBe(words)
  })
})
