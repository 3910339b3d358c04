import { exportAudit } from '@/lib/audit/export'
import { exportAuditSchema } from '@/lib/audit/schema'
import { download } from '@/lib/http/download'
import { organizationRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'

export const GET = organizationRead(async (ctx, { query }) =>
  download(await exportAudit(ctx, parseInput(exportAuditSchema, query))),
)
