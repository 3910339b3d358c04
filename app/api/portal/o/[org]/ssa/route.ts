import { organizationRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'
import { listSsas } from '@/lib/ssa/list'
import { listSsasSchema } from '@/lib/ssa/schema'

export const GET = organizationRead((ctx, { query }) => listSsas(ctx, parseInput(listSsasSchema, query)))
