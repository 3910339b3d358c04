import { organizationRead } from '@/lib/http/read'
import { listMembers } from '@/lib/members/list'
import { listMembersSchema } from '@/lib/members/list-schema'
import { parseInput } from '@/lib/parse-input'

export const GET = organizationRead((ctx, { query }) =>
  listMembers(ctx, parseInput(listMembersSchema, query)),
)
