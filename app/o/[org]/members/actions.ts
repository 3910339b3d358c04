'use server'

import { z } from 'zod'
import { organizationAction } from '@/lib/http/action'
import { changeRole } from '@/lib/members/change-role'
import { inviteMember } from '@/lib/members/invite'
import { leaveOrganization } from '@/lib/members/leave'
import { removeMember } from '@/lib/members/remove'
import { resendInvitation } from '@/lib/members/resend'
import { changeRoleSchema, invitationIdSchema, inviteSchema, memberIdSchema } from '@/lib/members/schema'
import { withdrawInvitation } from '@/lib/members/withdraw'

export const inviteAction = organizationAction(inviteSchema, inviteMember)
export const resendAction = organizationAction(invitationIdSchema, resendInvitation)
export const withdrawAction = organizationAction(invitationIdSchema, withdrawInvitation)
export const changeRoleAction = organizationAction(changeRoleSchema, changeRole)
export const removeAction = organizationAction(memberIdSchema, removeMember)
export const leaveAction = organizationAction(z.object({}), leaveOrganization)
