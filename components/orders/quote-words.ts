import { money } from '@/lib/orders/money'
import type { Quote } from '@/lib/orders/quote'
import { amountText, dayText, INTERVAL, mauText, priceText } from './words'

/** Beside each choice: what it costs, and when. */
export function costOf({ begins, now, currency, interval, from }: Quote): string {
  if (from) return `Nothing now; from ${dayText(from)} on`
  return begins === 'INTERVAL'
    ? `${money(now, currency)} for a ${INTERVAL[interval].per} from now on`
    : `${money(now, currency)} for the rest of the period`
}

/** Beside the button: what is agreed by pressing it. */
export function agreementOf(quote: Quote): string {
  const { begins, now, currency, from, planName, mau, price, interval } = quote
  const then = priceText(price, currency, interval)
  if (from) {
    return `You pay nothing now. ${planName} begins on ${dayText(from)}, for ${then}; until then everything stays as it is.`
  }
  if (begins === 'INTERVAL') return newIntervalOf(quote)
  return `You pay ${amountText({ ...quote, amount: now })} for the rest of this period, and ${then} from the next one on. Up to ${mauText(mau)} are allowed as soon as the payment is here.`
}

/** The card on file is charged: there is no page to pay on. */
function newIntervalOf({ now, credit, currency, mau, price, interval }: Quote): string {
  const { per } = INTERVAL[interval]
  const then = priceText(price, currency, interval)
  const pay = `A ${per} begins now, for ${then}. What you have paid and not used is taken off: you pay ${money(now, currency)} now, with the card that you pay with.`
  const rest = credit > 0 ? ` ${money(credit, currency)} are left, and pay for the ${per}s to come.` : ''
  return `${pay}${rest} Up to ${mauText(mau)} are allowed at once.`
}
