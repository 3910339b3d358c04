import type { OrgCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { RENEWED_SELECT } from './renewal'
import { RUNNING } from './replaced'

const SELECT = {
  ...RENEWED_SELECT,
  status: true,
  periodStart: true,
  cancelAtPeriodEnd: true,
  automaticTax: true,
  stripeSubscriptionId: true,
} satisfies Prisma.SubscriptionSelect

export type Running = Prisma.SubscriptionGetPayload<{ select: typeof SELECT }>

/** The organization's subscription to Flex. CONFLICT when it has none, or its license was replaced. */
export async function runningSubscription({ db, organization }: OrgCtx): Promise<Running> {
  const subscription = await db.subscription.findFirst({
    where: { organizationId: organization.id, productCode: DEFAULT_PRODUCT, ...RUNNING },
    select: SELECT,
  })
  if (subscription) return subscription
  throw new AppError('CONFLICT', 'Your organization has no subscription. Choose a plan first.')
}
