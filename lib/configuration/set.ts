import type { z } from 'zod'
import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError, fieldErrors } from '@/lib/errors'
import { prepareAlgorithm } from '@/lib/keys/change-algorithm'
import { activeKeys } from '@/lib/keys/signer'
import { knownSsaConfiguration, SSA_CONFIGURATION, storedSsaConfiguration } from './read'
import { type SsaConfiguration, ssaConfigurationChangeSchema } from './schema'

/**
 * Changes the named properties and keeps the others; every process follows within two seconds.
 * Another `ssaSigningAlg` makes keys of that algorithm. INVALID (fields) for a value or property that is not known.
 */
export async function setSsaConfiguration(ctx: Ctx, change: unknown): Promise<SsaConfiguration> {
  authorize(ctx, 'configuration:write')
  const parsed = ssaConfigurationChangeSchema.safeParse(change)
  if (!parsed.success) throw invalid(parsed.error)
  const { ssaSigningAlg: from } = await storedSsaConfiguration(ctx.db)
  const to = parsed.data.ssaSigningAlg ?? from
  const changeKeys = to === from ? null : await prepareAlgorithm(ctx, { from, to })
  const value = await ctx.db.$transaction(async tx => {
    await changeKeys?.(tx)
    return store(tx, ctx, parsed.data)
  })
  knownSsaConfiguration.forget(ctx.db)
  activeKeys.forget(ctx.db)
  return value
}

async function store(tx: Tx, ctx: Ctx, change: Partial<SsaConfiguration>): Promise<SsaConfiguration> {
  const updatedAt = ctx.clock.now()
  const name = SSA_CONFIGURATION
  // The row is there and locked before it is read: of two changes at once, none undoes the other.
  await tx.configuration.createMany({ data: [{ name, value: {}, updatedAt }], skipDuplicates: true })
  await tx.configuration.update({ where: { name }, data: { updatedAt }, select: { name: true } })
  const before = await storedSsaConfiguration(tx)
  const after = { ...before, ...change }
  await tx.configuration.update({ where: { name }, data: { value: after }, select: { name: true } })
  const changed = Object.keys(after).filter(key => text(after, key) !== text(before, key))
  if (changed.length === 0) return after
  await record(tx, ctx, {
    action: 'configuration.set',
    object: { type: 'configuration', id: name, name: 'SSA configuration' },
    organizationId: null,
    before: Object.fromEntries(changed.map(key => [key, text(before, key)])),
    after: Object.fromEntries(changed.map(key => [key, text(after, key)])),
  })
  return after
}

/** How a property stands in the audit log. */
function text(configuration: SsaConfiguration, key: string): string {
  const value = new Map<string, unknown>(Object.entries(configuration)).get(key)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function invalid(error: z.ZodError): AppError {
  const fields = fieldErrors(error.issues)
  const lines = Object.entries(fields).map(([field, message]) => (field ? `${field}: ${message}` : message))
  return new AppError('INVALID', lines.join('\n'), { fields })
}
