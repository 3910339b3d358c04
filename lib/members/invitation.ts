import type { OrgCtx, Role } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import type { Prisma } from '@/lib/generated/prisma/client'
import { newToken, tokenHash } from '@/lib/secrets'
import { INVITATION_DAYS } from './terms'

/** An invitation that was not accepted yet, perhaps past its time. Its token is nobody's to read. */
export interface InvitationRow {
  id: string
  email: string
  role: Role
  /** Who sent the latest mail. */
  invitedBy: string
  sentAt: Date
  expiresAt: Date
  /** Judged by the server's clock. */
  expired: boolean
}

export const INVITATION_SELECT = {
  id: true,
  email: true,
  role: true,
  sentAt: true,
  expiresAt: true,
  invitedBy: { select: { name: true } },
} satisfies Prisma.InvitationSelect

type Selected = Prisma.InvitationGetPayload<{ select: typeof INVITATION_SELECT }>

export function invitationRow({ invitedBy, ...row }: Selected, now: Date): InvitationRow {
  return { ...row, invitedBy: invitedBy.name, expired: row.expiresAt <= now }
}

/** A new secret for the link, and what is stored of it. */
export function newInvitationLink(ctx: OrgCtx): {
  url: string
  stored: { tokenHash: string; sentAt: Date; expiresAt: Date }
} {
  const token = newToken('writ_inv_')
  const sentAt = ctx.clock.now()
  const expiresAt = daysAfter(sentAt, INVITATION_DAYS)
  return {
    url: `${ctx.issuer}/invitation/${token}`,
    stored: { tokenHash: tokenHash(token), sentAt, expiresAt },
  }
}
