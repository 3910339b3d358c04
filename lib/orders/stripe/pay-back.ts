import { AppError } from '@/lib/errors'
import { money } from '../money'
import type { ProviderPayment } from '../provider-type'
import { fromStripe, toStripe } from './amount'
import { askedOnce, stripe } from './client'
import { readCharge } from './payment'
import { refundsOf } from './refunds'

/** What of a payment is with us still, in minor units: it was charged, and has not gone back. */
export async function leftAtStripe({ stripePaymentId, currency }: ProviderPayment): Promise<number> {
  const { left } = await readCharge(stripePaymentId)
  if (left !== null) return fromStripe(left, currency)
  throw new AppError(
    'CONFLICT',
    'Stripe does not say what was charged. Look there, return the money, then mark it as returned.',
  )
}

interface Refund extends ProviderPayment {
  /** Of the order. */
  id: string
  amount: number
}

/** Pays back what is left, where it is this amount; nothing where all went back before. Asked twice it is done once. */
export async function refundAtStripe({ id, amount, ...payment }: Refund): Promise<void> {
  const { stripePaymentId: payment_intent, currency } = payment
  // Before what is left is looked at: whoever is slower then asks under the same key, or finds nothing left.
  const [latest] = await refundsOf(payment_intent)
  const left = await leftAtStripe(payment)
  if (left === 0) return
  if (left !== amount) {
    const told = `Meanwhile ${money(left, currency)} are left to be paid back, and nothing was.`
    throw new AppError('CONFLICT', `${told} Close this and look at it again.`)
  }
  // Another one where the latest did not arrive.
  await askedOnce(`${id}-refund-after-${latest?.id ?? 'none'}`, once =>
    stripe().refunds.create({ payment_intent, amount: toStripe(amount, currency) }, once),
  )
}
