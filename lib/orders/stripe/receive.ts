import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { stripe } from './client'
import type { Handler } from './event'
import { onDispute, onRefund, onRefundUpdate } from './on-charge'
import { onInvoice } from './on-invoice'
import { onSession } from './on-session'
import { follow } from './subscription'

const HANDLERS: Partial<Record<string, Handler>> = {
  'checkout.session.completed': onSession,
  'checkout.session.expired': onSession,
  'checkout.session.async_payment_succeeded': onSession,
  'checkout.session.async_payment_failed': onSession,
  'invoice.paid': onInvoice,
  'invoice.payment_failed': onInvoice,
  'customer.subscription.updated': follow,
  'customer.subscription.deleted': follow,
  'charge.refunded': onRefund,
  'charge.refund.updated': onRefundUpdate,
  'refund.failed': onRefundUpdate,
  'charge.dispute.created': onDispute,
  'charge.dispute.closed': onDispute,
}

/** What became of an event: it had its effect, or had it before, or is none of ours. */
export type Received = 'done' | 'replayed' | 'ignored'

interface Delivery {
  /** As it came, byte by byte: it is what is signed. */
  body: string
  signature: string
}

/** Takes one event of Stripe. INVALID when it is not signed with our secret, or too long ago. */
export async function receiveStripeEvent(ctx: Ctx, delivery: Delivery): Promise<Received> {
  const { id, type, data } = verified(delivery)
  const handler = HANDLERS[type]
  if (!handler) return 'ignored'
  if (await ctx.db.paymentEvent.findUnique({ where: { id }, select: { id: true } })) return 'replayed'
  await handler(ctx, objectId(data.object), type)
  // Noted when all is done: what was cut short is told again, and each step has its effect once.
  const event = { id, type, receivedAt: ctx.clock.now() }
  const { count } = await ctx.db.paymentEvent.createMany({ data: [event], skipDuplicates: true })
  return count === 0 ? 'replayed' : 'done'
}

function verified({ body, signature }: Delivery): Stripe.Event {
  const { STRIPE_WEBHOOK_SECRET: secret } = env()
  if (!secret) throw new AppError('NOT_FOUND', 'Stripe is not set up here.')
  try {
    return stripe().webhooks.constructEvent(body, signature, secret)
  } catch {
    throw new AppError('INVALID', 'The signature does not fit the body, or is too old.')
  }
}

/** Every object that we handle has an id. */
function objectId(object: object): string {
  if ('id' in object && typeof object.id === 'string') return object.id
  throw new AppError('INVALID', 'The event is about nothing.')
}
