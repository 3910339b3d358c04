import { listAllAudit } from '@/lib/audit/list-all'
import { listAuditSchema } from '@/lib/audit/schema'
import { staffRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'

export const GET = staffRead((ctx, { query }) => listAllAudit(ctx, parseInput(listAuditSchema, query)))
