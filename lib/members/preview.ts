import type { Ctx, Role } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { tokenHash } from '@/lib/secrets'
import type { InvitationToken } from './schema'

interface Offer {
  organization: { id: string; name: string }
  invitedBy: string
  role: Role
  expiresAt: Date
}

/** What an invitation's link is good for, for whoever opened it. */
export type InvitationPreview =
  /** Withdrawn, sent anew with another link, or never made. */
  | { state: 'unknown' }
  | { state: 'expired'; organization: { name: string } }
  /** Nobody is signed in; `address` is masked, for links get forwarded. */
  | {
      state: 'visitor'
      offer: Omit<Offer, 'organization'> & { organization: { name: string } }
      address: string
    }
  /** Somebody else is signed in; `signedInAs` is that account's address or, without one, its name. */
  | { state: 'other'; offer: { organization: { name: string } }; address: string; signedInAs: string }
  | { state: 'member'; organization: { id: string; name: string } }
  | { state: 'open'; offer: Offer }

/** Reads an invitation by the secret in its link, and changes nothing: a mail scanner may look as often as it likes. */
export async function previewInvitation(
  ctx: Pick<Ctx, 'clock'> & { db: Tx },
  { token }: InvitationToken,
  viewer: string | null,
): Promise<InvitationPreview> {
  const found = await ctx.db.invitation.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      email: true,
      role: true,
      expiresAt: true,
      acceptedAt: true,
      invitedBy: { select: { name: true } },
      organization: { select: { id: true, name: true } },
    },
  })
  if (!found) return { state: 'unknown' }
  const { organization, email, role, expiresAt } = found
  const account = viewer === null ? null : await accountOf(ctx.db, viewer, organization.id)
  if (account && account.memberships.length > 0) return { state: 'member', organization }
  if (found.acceptedAt) return { state: 'unknown' }
  const named = { organization: { name: organization.name } }
  if (expiresAt <= ctx.clock.now()) return { state: 'expired', ...named }
  const offer = { invitedBy: found.invitedBy.name, role, expiresAt, organization }
  if (!account) return { state: 'visitor', offer: { ...offer, ...named }, address: masked(email) }
  if (account.email === email) return { state: 'open', offer }
  return { state: 'other', offer: named, address: masked(email), signedInAs: account.email ?? account.name }
}

function accountOf(db: Tx, id: string, organizationId: string) {
  return db.account.findUnique({
    where: { id },
    select: { name: true, email: true, memberships: { where: { organizationId }, select: { role: true } } },
  })
}

/** `ada@example.org` becomes `a•••@example.org`: enough to recognize one's own address. */
function masked(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}•••${email.slice(at)}`
}
