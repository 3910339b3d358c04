import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import type { Charged, Payment } from '../settle'
import type { Period } from '../subscription'
import { asked, fromSeconds, idOf, stripe } from './client'
import { chargedBy } from './tax'

/** More than a subscription has in all its life. */
const ALL = { limit: 1000 }

/** How a period was paid for. */
export type PeriodPayment = Payment & { period: Period; charged: Charged }

/** The paid invoices of a subscription, the oldest first. */
export async function paidInvoices(subscription: string): Promise<Stripe.Invoice[]> {
  const params = { subscription, status: 'paid', limit: 100, expand: ['data.payments'] } as const
  const invoices = await asked(
    stripe()
      .invoices.list({ ...params, expand: [...params.expand] })
      .autoPagingToArray(ALL),
  )
  return invoices.reverse()
}

/** Those that wait to be paid, the oldest first. */
export async function openInvoices(subscription: string): Promise<Stripe.Invoice[]> {
  const { data } = await asked(stripe().invoices.list({ subscription, status: 'open', limit: 100 }))
  return data.reverse()
}

/** How an invoice was paid, and the period that it is for. */
export function paymentOf(ctx: Ctx, invoice: Stripe.Invoice): PeriodPayment {
  const paidAt = invoice.status_transitions.paid_at
  return {
    paidAt: paidAt === null ? ctx.clock.now() : fromSeconds(paidAt),
    reference: invoice.number ?? invoice.id,
    stripe: {
      subscriptionId: subscriptionOf(invoice),
      paymentId: paymentIdOf(invoice),
      invoiceId: invoice.id,
    },
    period: periodOf(invoice),
    charged: chargedBy(invoice),
  }
}

/** The subscription that an invoice is of; null: it is of something else. */
export function subscriptionOf({ parent }: Stripe.Invoice): string | null {
  return idOf(parent?.subscription_details?.subscription)
}

/** What paid an invoice; null where nothing was charged, as by a credit. */
export function paymentIdOf({ payments }: Stripe.Invoice): string | null {
  const paid = payments?.data.find(({ status }) => status === 'paid')
  return idOf(paid?.payment.payment_intent)
}

/** The latest period of its lines: a line may also be about the one before. */
function periodOf({ id, lines }: Stripe.Invoice): Period {
  const [last] = lines.data.map(({ period }) => period).sort((a, b) => b.end - a.end)
  if (!last) throw new Error(`The invoice ${id} at Stripe has no lines.`)
  return { start: fromSeconds(last.start), end: fromSeconds(last.end) }
}
