import { organizationRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'
import { listRepositories } from '@/lib/repositories/list'
import { listRepositoriesSchema } from '@/lib/repositories/schema'

export const GET = organizationRead((ctx, { query }) =>
  listRepositories(ctx, parseInput(listRepositoriesSchema, query)),
)
