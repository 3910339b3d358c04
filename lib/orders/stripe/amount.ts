import { minorDigits } from '../money'

/** Currencies that Stripe counts in whole units and in thousandths; all others in hundredths, whatever people write. */
const WHOLE = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '))
const THOUSANDTHS = new Set('BHD JOD KWD OMR TND'.split(' '))

function digitsAtStripe(currency: string): number {
  if (WHOLE.has(currency)) return 0
  return THOUSANDTHS.has(currency) ? 3 : 2
}

/** An amount of ours as Stripe counts it: 500 HUF, which people write without a fraction, is 50000 there. */
export function toStripe(minor: number, currency: string): number {
  return Math.round(minor * 10 ** (digitsAtStripe(currency) - minorDigits(currency)))
}

/** And back. */
export function fromStripe(amount: number, currency: string): number {
  return Math.round(amount / 10 ** (digitsAtStripe(currency) - minorDigits(currency)))
}
