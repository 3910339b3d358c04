import { ownAccountId } from '@/lib/accounts/person'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError, notFound } from '@/lib/errors'
import { tokenHash } from '@/lib/secrets'
import { previewInvitation } from './preview'
import type { InvitationToken } from './schema'

interface Joined {
  organization: { id: string; name: string }
}

/**
 * Makes the person who asks a member, when the invitation is for their verified address. Accepting twice is harmless.
 * NOT_FOUND for an unknown or withdrawn link, CONFLICT for an expired one, FORBIDDEN for somebody else's.
 */
export async function acceptInvitation(ctx: Ctx, { token }: InvitationToken): Promise<Joined> {
  const accountId = ownAccountId(ctx)
  return ctx.db.$transaction(async tx => {
    const invitation = await take(tx, ctx, { accountId, token })
    if (!invitation) return explain(tx, ctx, { accountId, token })
    const { organization, role } = invitation
    const { count } = await tx.member.createMany({
      data: [{ organizationId: organization.id, accountId, role, createdAt: ctx.clock.now() }],
      skipDuplicates: true,
    })
    if (count === 1) {
      await record(tx, ctx, {
        action: 'member.join',
        object: { type: 'member', id: accountId, name: ctx.actor.name },
        after: { role, email: invitation.email, invitedBy: invitation.invitedBy.name },
        organizationId: organization.id,
      })
    }
    return { organization }
  })
}

interface Attempt {
  accountId: string
  token: string
}

/** Compare-and-set: of two requests at once, the second finds it accepted. */
async function take(tx: Tx, ctx: Ctx, { accountId, token }: Attempt) {
  const { email } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } })
  if (email === null) return null
  const now = ctx.clock.now()
  const [taken] = await tx.invitation.updateManyAndReturn({
    where: { tokenHash: tokenHash(token), email, acceptedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
    select: {
      email: true,
      role: true,
      invitedBy: { select: { name: true } },
      organization: { select: { id: true, name: true } },
    },
  })
  return taken ?? null
}

/** Why it could not be taken; a member already is where they wanted to be. */
async function explain(tx: Tx, ctx: Ctx, { accountId, token }: Attempt): Promise<Joined> {
  const preview = await previewInvitation({ db: tx, clock: ctx.clock }, { token }, accountId)
  switch (preview.state) {
    case 'member':
      return { organization: preview.organization }
    case 'expired':
      throw new AppError('CONFLICT', 'This invitation has expired. Ask for a new one.')
    case 'other':
      throw new AppError('FORBIDDEN', `This invitation is for ${preview.address}. Sign in with that address.`)
    default:
      throw notFound('This invitation')
  }
}
