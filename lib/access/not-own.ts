import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { OWN_ORGANIZATION } from './own-organization'

/** Those of these organizations that the person of staff is a member of. */
export async function ownAmong(ctx: Ctx, organizationIds: string[]): Promise<ReadonlySet<string>> {
  if (ctx.actor.kind !== 'staff') return new Set()
  const { accountId } = ctx.actor
  const members = await ctx.db.member.findMany({
    where: { accountId, organizationId: { in: organizationIds } },
    select: { organizationId: true },
  })
  return new Set(members.map(member => member.organizationId))
}

/** Whether the person of staff is a member of this organization. */
export async function belongsTo(ctx: Ctx, organizationId: string): Promise<boolean> {
  return (await ownAmong(ctx, [organizationId])).has(organizationId)
}

/** Throws FORBIDDEN when the person is a member of this organization: nobody gives to their own. */
export async function assertNotOwn(ctx: Ctx, organizationId: string): Promise<void> {
  if (await belongsTo(ctx, organizationId)) throw new AppError('FORBIDDEN', OWN_ORGANIZATION)
}
