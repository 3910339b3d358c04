import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { log } from '@/lib/log'
import { markLate } from '../late'
import type { Payment } from '../settle'
import type { Period } from '../subscription'
import { CHARGED_SELECT, charged } from './charged'
import { asked, fromSeconds, idOf, stripe } from './client'
import { CYCLE_SELECT, renewal } from './cycle'
import type { Handler } from './event'

/** An invoice of a subscription was paid: the first one settles the order, each later one renews. */
export const onInvoicePaid: Handler = async (ctx, id) => {
  const { invoice, subscriptionId } = await readInvoice(id)
  if (invoice.status !== 'paid' || !subscriptionId) return null
  if (await ctx.db.order.findUnique({ where: { stripeInvoiceId: id }, select: { id: true } })) return null
  const payment = await paymentOf(ctx, id)
  if (invoice.billing_reason === 'subscription_create') {
    const order = await firstOrderOf(ctx, subscriptionId)
    return order && charged(ctx, order, payment)
  }
  const subscription = await ctx.db.subscription.findUnique({
    where: { stripeSubscriptionId: subscriptionId },
    select: CYCLE_SELECT,
  })
  if (subscription) return renewal(ctx, subscription, { invoice, payment })
  log.warn({ invoice: id, subscriptionId }, 'Stripe tells of an invoice for no subscription here')
  return null
}

/** A renewal could not be charged: Stripe tries again, and the license stays in force for the grace. */
export const onInvoiceFailed: Handler = async (ctx, id) => {
  const { invoice, subscriptionId } = await readInvoice(id)
  if (invoice.status === 'paid' || invoice.status === 'void' || !subscriptionId) return null
  const subscription = await ctx.db.subscription.findUnique({
    where: { stripeSubscriptionId: subscriptionId },
    select: { id: true },
  })
  return subscription && (tx => markLate(tx, ctx, subscription.id))
}

/** How this invoice was paid, and the period that it is for. */
export async function paymentOf(ctx: Ctx, id: string): Promise<Payment & { period: Period }> {
  const { invoice, subscriptionId } = await readInvoice(id)
  const paid = invoice.payments?.data.find(({ status }) => status === 'paid')
  const paymentId = idOf(paid?.payment.payment_intent)
  const paidAt = invoice.status_transitions.paid_at
  return {
    paidAt: paidAt === null ? ctx.clock.now() : fromSeconds(paidAt),
    reference: invoice.number ?? id,
    stripe: { subscriptionId, paymentId, invoiceId: id },
    period: periodOf(invoice),
  }
}

async function readInvoice(id: string) {
  const invoice = await asked(stripe().invoices.retrieve(id, { expand: ['payments'] }))
  return { invoice, subscriptionId: idOf(invoice.parent?.subscription_details?.subscription) }
}

/** The latest period of its lines: a line may also be about the one before. */
function periodOf({ id, lines }: Stripe.Invoice): Period {
  const [last] = lines.data.map(({ period }) => period).sort((a, b) => b.end - a.end)
  if (!last) throw new Error(`The invoice ${id} at Stripe has no lines.`)
  return { start: fromSeconds(last.start), end: fromSeconds(last.end) }
}

/** The open or void order that a subscription at Stripe was made for: we wrote its id there. */
async function firstOrderOf(ctx: Ctx, subscriptionId: string) {
  const { metadata } = await asked(stripe().subscriptions.retrieve(subscriptionId))
  const id = metadata.order
  const order = isUuid(id)
    ? await ctx.db.order.findFirst({
        where: { id, status: { in: ['OPEN', 'VOID'] } },
        select: CHARGED_SELECT,
      })
    : null
  if (!order) log.warn({ subscriptionId }, 'Stripe tells of a subscription that no order waits for')
  return order
}

/** Others may write what they like into what belongs to no order of ours. */
function isUuid(text: string | undefined): text is string {
  return text !== undefined && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}
