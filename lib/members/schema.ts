import { z } from 'zod'
import { emailAddress } from '@/lib/accounts/schema'
import type { Role } from '@/lib/context'
import { pageSchema } from '@/lib/keyset'

export const ROLES = ['OWNER', 'ADMIN', 'VIEWER'] as const satisfies readonly Role[]
const role = z.enum(ROLES, 'Choose a role.')

/** How roles are called in screens and mails. */
export const ROLE_NAMES: Record<Role, string> = { OWNER: 'Owner', ADMIN: 'Admin', VIEWER: 'Viewer' }

export const inviteSchema = z.object({ email: emailAddress, role })
export type InviteInput = z.output<typeof inviteSchema>

export const invitationIdSchema = z.object({ id: z.uuid('This is not the id of an invitation.') })
export type InvitationId = z.output<typeof invitationIdSchema>

/** The secret in an invitation's link. */
export const invitationTokenSchema = z.object({ token: z.string().min(1).max(200) })
export type InvitationToken = z.output<typeof invitationTokenSchema>

export const memberIdSchema = z.object({ accountId: z.uuid('This is not the id of a member.') })
export type MemberId = z.output<typeof memberIdSchema>

export const changeRoleSchema = memberIdSchema.extend({ role })
export type ChangeRoleInput = z.output<typeof changeRoleSchema>

/** What the list takes from the URL. Unknown values fall back, so that an old bookmark still opens. */
export const listMembersSchema = pageSchema.extend({
  q: z.string().trim().max(100).catch('').default(''),
  role: role.or(z.literal('')).catch('').default(''),
  sort: z.literal('createdAt').catch('createdAt').default('createdAt'),
  dir: z.enum(['asc', 'desc']).catch('asc').default('asc'),
})
export type ListMembersInput = z.output<typeof listMembersSchema>
