import { describe, expect, it } from 'vitest'
import { fromStripe, toStripe } from './amount'

describe('an amount at Stripe', () => {
  it.each([
    ['USD', 5000, 5000],
    ['JPY', 5000, 5000],
    // People write no fraction of these, and Stripe counts in hundredths nevertheless.
    ['HUF', 5000, 500_000],
    ['ISK', 5000, 500_000],
    ['UGX', 5000, 500_000],
    ['KWD', 5120, 5120],
  ])('in %s of %i is %i, and back', (currency, ours, theirs) => {
    expect(toStripe(ours, currency)).toBe(theirs)
    expect(fromStripe(theirs, currency)).toBe(ours)
  })
})
