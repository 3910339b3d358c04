import type { Role } from '@/lib/context'
import { inUtc } from '@/lib/email/in-utc'
import { composeMail } from '@/lib/email/layout'
import type { Mail } from '@/lib/email/send'
import { ROLE_NAMES } from './roles'

interface Facts {
  to: string
  organization: string
  invitedBy: string
  role: Role
  url: string
  expiresAt: Date
}

/** The mail that carries an invitation's link. */
export function invitationMail({ to, organization, invitedBy, role, url, expiresAt }: Facts): Mail {
  return composeMail({
    to,
    subject: `Join ${organization} on Writ`,
    paragraphs: [
      `${invitedBy} invites you to the organization "${organization}" on Writ at ${new URL(url).host}, as ${ROLE_NAMES[role].toLowerCase()}.`,
      `The link works until ${inUtc(expiresAt)}. Sign in with this address (${to}) to accept; no account is needed beforehand.`,
    ],
    action: { label: 'See the invitation', url },
    footnote: `You get this mail because ${invitedBy} entered your address. If you do not expect it, do nothing: nothing happens until you accept.`,
  })
}
