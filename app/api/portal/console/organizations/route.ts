import { staffRead } from '@/lib/http/read'
import { listAllOrganizations } from '@/lib/organizations/list-all'
import { listOrganizationsSchema } from '@/lib/organizations/list-all-schema'

export const GET = staffRead((ctx, { query }) =>
  listAllOrganizations(ctx, listOrganizationsSchema.parse(query)),
)
