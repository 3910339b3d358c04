import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { lockRowAndReferences } from '@/lib/lock'
import { OWN_ORGANIZATION } from './own-organization'

/** Who asks, and where: in a transaction or outside. */
type Asking = Pick<Ctx, 'actor'> & { db: Tx }

/** Those of these organizations that the person of staff is a member of. */
export async function ownAmong(ctx: Asking, organizationIds: string[]): Promise<ReadonlySet<string>> {
  if (ctx.actor.kind !== 'staff') return new Set()
  const { accountId } = ctx.actor
  const members = await ctx.db.member.findMany({
    where: { accountId, organizationId: { in: organizationIds } },
    select: { organizationId: true },
  })
  return new Set(members.map(member => member.organizationId))
}

/** Whether the person of staff is a member of this organization. */
export async function belongsTo(ctx: Asking, organizationId: string): Promise<boolean> {
  return (await ownAmong(ctx, [organizationId])).has(organizationId)
}

/**
 * Throws FORBIDDEN when the person is a member of this organization: nobody gives to their own. A look that spares
 * others work in vain; what holds is `giveTo`.
 */
export async function assertNotOwn(ctx: Asking, organizationId: string): Promise<void> {
  if (await belongsTo(ctx, organizationId)) throw new AppError('FORBIDDEN', OWN_ORGANIZATION)
}

/** A transaction that gives something to an organization of others: until it ends, nobody makes the giver its member. */
export function giveTo<T>(ctx: Ctx, organizationId: string, give: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.$transaction(async tx => {
    // A new membership refers to the account, and waits; one that is being made is waited for.
    if (ctx.actor.kind === 'staff') await lockRowAndReferences(tx, 'account', { id: ctx.actor.accountId })
    await assertNotOwn({ actor: ctx.actor, db: tx }, organizationId)
    return give(tx)
  })
}
