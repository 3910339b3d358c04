import { organizationRead } from '@/lib/http/read'
import { listMembers } from '@/lib/members/list'
import { listMembersSchema } from '@/lib/members/list-schema'

export const GET = organizationRead((ctx, { query }) => listMembers(ctx, listMembersSchema.parse(query)))
