import { organizationRead } from '@/lib/http/read'
import { listInvitations } from '@/lib/members/list-invitations'

export const GET = organizationRead(ctx => listInvitations(ctx))
