import { describe, expect, test } from 'vitest'
import { DAY, lifetimeInWords } from './lifetime'

describe('the lifetime of a client in words', () => {
  test.each([
    [null, 'Never expires'],
    [30 * DAY, '30 days'],
    [DAY, '1 day'],
    [86_461, '1 day 1 minute 1 second'],
    [7200, '2 hours'],
    [24_855 * DAY, '24,855 days'],
    [0, '0 seconds'],
  ])('%s is "%s"', (seconds, words) => {
    expect(lifetimeInWords(seconds)).toBe(words)
  })
})
