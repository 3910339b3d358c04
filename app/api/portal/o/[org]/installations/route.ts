import { organizationRead } from '@/lib/http/read'
import { listInstallations } from '@/lib/licenses/installations'
import { listInstallationsSchema } from '@/lib/licenses/schema'
import { parseInput } from '@/lib/parse-input'

export const GET = organizationRead((ctx, { query }) =>
  listInstallations(ctx, parseInput(listInstallationsSchema, query)),
)
