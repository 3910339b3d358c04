import { listAudit } from '@/lib/audit/list'
import { listAuditSchema } from '@/lib/audit/schema'
import { organizationRead } from '@/lib/http/read'

export const GET = organizationRead((ctx, { query }) => listAudit(ctx, listAuditSchema.parse(query)))
