import type Stripe from 'stripe'
import { asked, stripe } from './client'

/** More than one payment has. */
const ALL = { limit: 100 }

/** The refunds of a payment, the latest first, those that failed among them. */
export async function refundsOf(payment_intent: string): Promise<Stripe.Refund[]> {
  return (await asked(stripe().refunds.list({ payment_intent, ...ALL }))).data
}

/** Whether one did not arrive, and none is on its way. */
export function didNotArrive(refunds: Stripe.Refund[]): boolean {
  const are = (...statuses: string[]) => refunds.some(({ status }) => statuses.includes(status ?? ''))
  return are('failed', 'canceled') && !are('pending', 'requires_action')
}
