import { staffRead } from '@/lib/http/read'
import { listAllOrganizations } from '@/lib/organizations/list-all'
import { listOrganizationsSchema } from '@/lib/organizations/list-all-schema'
import { parseInput } from '@/lib/parse-input'

export const GET = staffRead((ctx, { query }) =>
  listAllOrganizations(ctx, parseInput(listOrganizationsSchema, query)),
)
