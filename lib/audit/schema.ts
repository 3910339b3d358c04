import { z } from 'zod'
import { newestFirst, pageSchema } from '@/lib/keyset'
import { addressedMoment } from '@/lib/moment'

const text = z.string().trim().max(200).catch('').default('')

/** What narrows the log: by anything, by who, by what was done, by what it was done to, by when. */
const auditFilterSchema = z.object({
  q: text,
  /** An actor's id, or part of their name. */
  actor: text,
  /** `ssa.issue`, or `ssa` for all that is done to SSAs. */
  action: text,
  objectType: text,
  objectId: text,
  /** From this moment, inclusive. */
  from: addressedMoment,
  /** Up to this moment, exclusive. */
  to: addressedMoment,
})
export type AuditFilter = z.output<typeof auditFilterSchema>

export const listAuditSchema = pageSchema.extend(auditFilterSchema.shape).extend({
  dir: newestFirst,
})
export type ListAuditInput = z.output<typeof listAuditSchema>

export const exportAuditSchema = auditFilterSchema.extend({ format: z.enum(['csv', 'json']) })
export type ExportAuditInput = z.output<typeof exportAuditSchema>
