import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import type { Prisma } from '@/lib/generated/prisma/client'
import { invoiceMail } from './mails'
import { periodEnd } from './periods'
import { placeOrder } from './place'
import type { Details } from './schema'
import { taxed } from './tax'
import { NEXT_SELECT, nextTerms, TERMS_SELECT } from './view'

export const RENEWED_SELECT = {
  id: true,
  organizationId: true,
  productCode: true,
  provider: true,
  ...TERMS_SELECT,
  currency: true,
  anchorDay: true,
  periodEnd: true,
  ...NEXT_SELECT,
} satisfies Prisma.SubscriptionSelect

export type Renewed = Prisma.SubscriptionGetPayload<{ select: typeof RENEWED_SELECT }>

/** Orders the next period within the caller's transaction, and mails its invoice. */
export async function openRenewal(tx: Tx, ctx: Ctx, subscription: Renewed): Promise<void> {
  const { organizationId, currency, periodEnd: start, anchorDay } = subscription
  const terms = nextTerms(subscription)
  const due = taxed(terms.price, subscription.provider)
  const details = await detailsOf(tx, organizationId)
  const order = { ...terms, ...details, organizationId, currency, ...due }
  const { number } = await placeOrder(tx, ctx, {
    ...order,
    productCode: subscription.productCode,
    subscriptionId: subscription.id,
    kind: 'RENEWAL',
    provider: subscription.provider,
    periodStart: start,
    periodEnd: periodEnd(start, terms.interval, anchorDay),
    dueAt: start,
  })
  await queueMail(tx, ctx, invoiceMail(ctx, { ...order, number }, { dueAt: start, kind: 'RENEWAL' }))
}

/** Who pays for the subscription of this organization. */
export async function detailsOf(tx: Tx, organizationId: string): Promise<Details> {
  return tx.billingDetails.findUniqueOrThrow({
    where: { organizationId },
    select: { company: true, contactName: true, email: true, address: true, taxId: true },
  })
}
