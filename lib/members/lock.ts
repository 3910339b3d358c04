import type { OrgCtx, Role } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError, notFound } from '@/lib/errors'
import { lockRow } from '@/lib/lock'

/**
 * Makes changes of one organization's membership wait for each other, and reads the actor's role anew: of two owners
 * who demote each other at once, the second is told no.
 */
export async function lockMembers(tx: Tx, ctx: OrgCtx): Promise<OrgCtx> {
  const organizationId = ctx.organization.id
  await lockRow(tx, 'organization', { id: organizationId })
  if (ctx.actor.kind !== 'user') return ctx
  const { accountId } = ctx.actor
  const member = await tx.member.findUnique({
    where: { organizationId_accountId: { organizationId, accountId } },
    select: { role: true },
  })
  if (!member) throw notFound('This organization')
  return { ...ctx, actor: { ...ctx.actor, role: member.role } }
}

export interface Membership {
  accountId: string
  role: Role
  name: string
  email: string | null
}

/** One member of the organization at hand. Throws NOT_FOUND. */
export async function findMember(tx: Tx, ctx: OrgCtx, accountId: string): Promise<Membership> {
  const found = await tx.member.findUnique({
    where: { organizationId_accountId: { organizationId: ctx.organization.id, accountId } },
    select: { role: true, account: { select: { name: true, email: true } } },
  })
  if (!found) throw notFound('This member')
  return { accountId, role: found.role, ...found.account }
}

/** Throws CONFLICT when the organization would lose its last owner, or a personal one its person. */
export async function assertOwnerRemains(tx: Tx, ctx: OrgCtx, leaving: Membership): Promise<void> {
  if (leaving.role !== 'OWNER') return
  const { personalOf, members } = await tx.organization.findUniqueOrThrow({
    where: { id: ctx.organization.id },
    select: {
      personalOf: true,
      members: {
        where: { role: 'OWNER', accountId: { not: leaving.accountId } },
        take: 1,
        select: { role: true },
      },
    },
  })
  if (personalOf === leaving.accountId) {
    throw new AppError(
      'CONFLICT',
      `This is the personal organization of ${leaving.name}, who stays its owner.`,
    )
  }
  if (members.length === 0) {
    throw new AppError('CONFLICT', `${leaving.name} is the last owner. Make somebody else an owner first.`)
  }
}
