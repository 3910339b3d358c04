import { listAudit } from '@/lib/audit/list'
import { listAuditSchema } from '@/lib/audit/schema'
import { organizationRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'

export const GET = organizationRead((ctx, { query }) => listAudit(ctx, parseInput(listAuditSchema, query)))
