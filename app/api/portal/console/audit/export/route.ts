import { exportAllAudit } from '@/lib/audit/export-all'
import { exportAuditSchema } from '@/lib/audit/schema'
import { download } from '@/lib/http/download'
import { staffRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'

export const GET = staffRead(async (ctx, { query }) =>
  download(await exportAllAudit(ctx, parseInput(exportAuditSchema, query))),
)
