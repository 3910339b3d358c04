import { z } from 'zod'
import { pageSchema } from '@/lib/keyset'

/** A moment in a page's address; a broken one is as good as none. */
const moment = z
  .union([z.literal(''), z.iso.datetime({ offset: true })])
  .catch('')
  .default('')
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
  from: moment,
  /** Up to this moment, exclusive. */
  to: moment,
})
export type AuditFilter = z.output<typeof auditFilterSchema>

export const listAuditSchema = pageSchema.extend(auditFilterSchema.shape).extend({
  dir: z.enum(['asc', 'desc']).catch('desc').default('desc'),
})
export type ListAuditInput = z.output<typeof listAuditSchema>

export const exportAuditSchema = auditFilterSchema.extend({ format: z.enum(['csv', 'json']) })
export type ExportAuditInput = z.output<typeof exportAuditSchema>
