import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { hasEnterprise } from './license'
import type { OrderKind } from './view'

/** What tells whether a subscription can still be paid for. */
export const PAYABLE_SELECT = {
  status: true,
  periodEnd: true,
  license: { select: { status: true } },
} satisfies Prisma.SubscriptionSelect

type Payable = Prisma.SubscriptionGetPayload<{ select: typeof PAYABLE_SELECT }>

interface OfProduct {
  organizationId: string
  productCode: string
}

interface Waiting extends OfProduct {
  id: string
  status: string
  kind: OrderKind
  periodEnd: Date | null
  subscription: Payable | null
}

export const PAID_WHEN_VOID = 'The order was void when it was paid.'
const ENTERPRISE = 'The organization has an enterprise license.'

/** Why money for this order pays for nothing, as a sentence; null: it has its use, or had it already. */
export async function whyUseless(db: Tx, ctx: Ctx, order: Waiting): Promise<string | null> {
  const { status, kind, subscription, periodEnd } = order
  if (status === 'VOID') return PAID_WHEN_VOID
  if (kind === 'NEW') return (await hasEnterprise(db, ctx, order)) ? ENTERPRISE : besides(db, order)
  if (!subscription || subscription.periodEnd.getTime() !== periodEnd?.getTime()) {
    return 'The subscription was renewed before the change was paid.'
  }
  if (periodEnd <= ctx.clock.now()) return 'The period was over before the change was paid.'
  return whyNotPayable(db, ctx, { ...order, subscription })
}

/** The same for a period of a subscription. */
export async function whyNotPayable(
  db: Tx,
  ctx: Ctx,
  { subscription, ...of }: OfProduct & { subscription: Payable },
): Promise<string | null> {
  const { status, license } = subscription
  if (status === 'ENDED') return 'The subscription had ended.'
  if (license.status === 'REPLACED') return 'Another license has taken the place of the subscription’s.'
  if (license.status === 'REVOKED') return 'The license of the subscription was taken back.'
  return (await hasEnterprise(db, ctx, of)) ? ENTERPRISE : null
}

/** Another subscription than the one that this very order has started meanwhile. */
async function besides(db: Tx, { id, organizationId, productCode }: Waiting): Promise<string | null> {
  const other = await db.subscription.findFirst({
    where: { organizationId, productCode, status: { not: 'ENDED' }, orders: { none: { id } } },
    select: { id: true },
  })
  return other && 'The organization had a subscription already.'
}
