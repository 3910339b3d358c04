import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { isUuid } from '@/lib/is-uuid'
import { log } from '@/lib/log'
import { nextTerms } from '../view'
import { periodAt, termsAt } from './agreed'
import { CHARGED_SELECT, charged } from './charged'
import { asked, stripe } from './client'
import { CYCLE_SELECT, type Cycling, chargedPeriod } from './cycle'
import { paidInvoices, paymentOf } from './invoice'
import { takeStatus } from './status'

/**
 * Brings our subscription to where Stripe's stands, whatever told of it and in whatever order: each paid invoice has its
 * order, the oldest first, and then the status is taken over. Once there, it changes nothing.
 */
export async function follow(ctx: Ctx, id: string): Promise<void> {
  const theirs = await asked(stripe().subscriptions.retrieve(id))
  if (!(await isOurs(ctx, theirs))) {
    log.warn({ subscriptionId: id }, 'Stripe tells of a subscription that no order was made for')
    return
  }
  for (const invoice of await untaken(ctx, id)) await takeInvoice(ctx, theirs, invoice)
  await takeStatus(ctx, id)
}

async function isOurs({ db }: Ctx, { id, metadata }: Stripe.Subscription): Promise<boolean> {
  if ((await db.subscription.count({ where: { stripeSubscriptionId: id } })) > 0) return true
  const orderId = orderIn(metadata)
  return orderId !== null && (await db.order.count({ where: { id: orderId } })) > 0
}

/** Its paid invoices that have no order here yet, the oldest first. */
async function untaken(ctx: Ctx, subscriptionId: string): Promise<Stripe.Invoice[]> {
  const invoices = await paidInvoices(subscriptionId)
  const taken = await ctx.db.order.findMany({
    where: { stripeInvoiceId: { in: invoices.map(({ id }) => id) } },
    select: { stripeInvoiceId: true },
  })
  const known = new Set(taken.map(({ stripeInvoiceId }) => stripeInvoiceId))
  return invoices.filter(({ id }) => !known.has(id))
}

/** The first invoice settles the order that the subscription was made for, each later one is for a period of it. */
async function takeInvoice(ctx: Ctx, theirs: Stripe.Subscription, invoice: Stripe.Invoice): Promise<void> {
  if (invoice.billing_reason === 'subscription_create') {
    const order = await firstOrder(ctx, theirs)
    if (order) await charged(ctx, order, paymentOf(ctx, invoice))
    return
  }
  // Our people may charge something else on it in the dashboard: that is no period of it.
  if (!PERIODS.has(invoice.billing_reason ?? '')) return
  const subscription = await ctx.db.subscription.findUnique({
    where: { stripeSubscriptionId: theirs.id },
    select: CYCLE_SELECT,
  })
  if (!subscription) {
    log.error({ invoice: invoice.id }, 'Stripe has charged for a subscription that never began here')
    return
  }
  await chargedPeriod(ctx, subscription, {
    invoice,
    ...paidFor(ctx, { theirs, ours: subscription, invoice }),
  })
}

/** Why invoices are written that pay for a period after the first. */
const PERIODS = new Set(['subscription_cycle', 'subscription_update'])

interface Paying {
  theirs: Stripe.Subscription
  ours: Cycling
  invoice: Stripe.Invoice
}

/** The period and the terms that an invoice paid for. Where Stripe was told of others, they hold from then on. */
function paidFor(ctx: Ctx, { theirs, ours, invoice }: Paying) {
  const payment = paymentOf(ctx, invoice)
  if (invoice.billing_reason !== 'subscription_update') {
    return { kind: 'RENEWAL' as const, terms: nextTerms(ours), payment }
  }
  const terms = termsAt(theirs, ours)
  return { kind: 'CHANGE' as const, terms, payment: { ...payment, period: periodAt(theirs) } }
}

/** The order that it was made for. Null when it is settled already. */
async function firstOrder({ db }: Ctx, { metadata }: Stripe.Subscription) {
  const id = orderIn(metadata)
  if (id === null) return null
  const where = { id, status: { in: ['OPEN' as const, 'VOID' as const] } }
  return db.order.findFirst({ where, select: CHARGED_SELECT })
}

/** We wrote its id there. Others may write what they like into what belongs to no order of ours. */
function orderIn({ order }: Stripe.Metadata): string | null {
  return order !== undefined && isUuid(order) ? order : null
}
