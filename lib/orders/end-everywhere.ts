import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { endSubscription } from './end'
import { providerOf } from './providers'

export const END_SELECT = {
  id: true,
  organizationId: true,
  provider: true,
  stripeSubscriptionId: true,
  cancelAtPeriodEnd: true,
} satisfies Prisma.SubscriptionSelect

type Ending = Prisma.SubscriptionGetPayload<{ select: typeof END_SELECT }>

interface Why {
  /** What must hold of it still. */
  where: Prisma.SubscriptionWhereInput
  /** A sentence for the customer. */
  reason: string
}

/** Ends a subscription at who charges for it, then here. CONFLICT when Stripe cannot be reached. */
export async function endEverywhere(ctx: Ctx, subscription: Ending, { where, reason }: Why): Promise<void> {
  const { id, provider } = subscription
  // It may have been paid since it was found.
  if ((await ctx.db.subscription.count({ where: { AND: [{ id }, where] } })) === 0) return
  await providerOf(provider).end(ctx, subscription, reason)
  await ctx.db.$transaction(tx => endSubscription(tx, ctx, { id, reason, where }))
}
