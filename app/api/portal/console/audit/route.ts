import { listAllAudit } from '@/lib/audit/list-all'
import { listAuditSchema } from '@/lib/audit/schema'
import { staffRead } from '@/lib/http/read'

export const GET = staffRead((ctx, { query }) => listAllAudit(ctx, listAuditSchema.parse(query)))
