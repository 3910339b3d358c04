import { organizationRead } from '@/lib/http/read'
import { listInstallations } from '@/lib/licenses/installations'
import { listInstallationsSchema } from '@/lib/licenses/schema'

export const GET = organizationRead((ctx, { query }) =>
  listInstallations(ctx, listInstallationsSchema.parse(query)),
)
