import { z } from 'zod'
import { emailAddress } from '@/lib/accounts/schema'
import { ROLES } from './roles'

export const roleSchema = z.enum(ROLES, 'Choose a role.')

export const inviteSchema = z.object({ email: emailAddress, role: roleSchema })
export type InviteInput = z.output<typeof inviteSchema>

export const invitationIdSchema = z.object({ id: z.uuid('This is not the id of an invitation.') })
export type InvitationId = z.output<typeof invitationIdSchema>

/** The secret in an invitation's link. */
export const invitationTokenSchema = z.object({ token: z.string().min(1).max(200) })
export type InvitationToken = z.output<typeof invitationTokenSchema>

export const memberIdSchema = z.object({ accountId: z.uuid('This is not the id of a member.') })
export type MemberId = z.output<typeof memberIdSchema>

export const changeRoleSchema = memberIdSchema.extend({ role: roleSchema })
export type ChangeRoleInput = z.output<typeof changeRoleSchema>
