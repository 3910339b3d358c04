import { organizationRead } from '@/lib/http/read'
import { listSsas } from '@/lib/ssa/list'
import { listSsasSchema } from '@/lib/ssa/schema'

export const GET = organizationRead((ctx, { query }) => listSsas(ctx, listSsasSchema.parse(query)))
