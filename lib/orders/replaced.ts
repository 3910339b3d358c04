import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { END_SELECT, endEverywhere } from './end-everywhere'

/** Running but for its license, which people of sales replaced or took back: nothing more is to be paid for it. */
export const REPLACED = {
  status: { not: 'ENDED' },
  license: { status: { in: ['REPLACED', 'REVOKED'] } },
} satisfies Prisma.SubscriptionWhereInput

/** Running, its license with it. */
export const RUNNING = {
  status: { not: 'ENDED' },
  license: { status: { notIn: ['REPLACED', 'REVOKED'] } },
} satisfies Prisma.SubscriptionWhereInput

export const WHY_REPLACED = 'Its license was replaced or taken back.'

/** Ends the replaced subscription of an organization, where the day's sweep has not yet. CONFLICT when Stripe is away. */
export async function endReplaced(
  ctx: Ctx,
  of: { organizationId: string; productCode: string },
): Promise<void> {
  const where = { ...of, ...REPLACED }
  const subscription = await ctx.db.subscription.findFirst({ where, select: END_SELECT })
  if (subscription) await endEverywhere(ctx, subscription, { where, reason: WHY_REPLACED })
}
