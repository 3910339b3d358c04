import { z } from 'zod'
import { authorize } from '@/lib/access/authorize'
import { aboutObject } from '@/lib/audit/about-object'
import type { Ctx } from '@/lib/context'
import { SSA_CONFIGURATION } from './read'

/** One time that operators saved: what each property was, and became. */
export interface ConfigurationChange {
  id: string
  at: Date
  actorName: string
  properties: { name: string; before: string; after: string }[]
}

/** Changes shown; older ones are in the audit log. */
const SHOWN = 25

const factsSchema = z.record(z.string(), z.coerce.string()).catch({})

/** The latest changes of the configuration, newest first, from the audit log. */
export async function ssaConfigurationHistory(ctx: Ctx): Promise<ConfigurationChange[]> {
  authorize(ctx, 'configuration:read')
  const rows = await ctx.db.auditEvent.findMany({
    ...aboutObject({ organizationIds: [null], type: 'configuration', id: SSA_CONFIGURATION }, SHOWN),
    select: { id: true, at: true, actorName: true, before: true, after: true },
  })
  return rows.map(({ before, after, ...row }) => ({ ...row, properties: propertiesOf(before, after) }))
}

function propertiesOf(before: unknown, after: unknown) {
  const was = factsSchema.parse(before)
  return Object.entries(factsSchema.parse(after)).map(([name, value]) => ({
    name,
    before: was[name] ?? '',
    after: value,
  }))
}
