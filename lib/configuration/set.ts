import { z } from 'zod'
import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { SSA_CONFIGURATION, ssaConfiguration } from './read'
import { type SsaConfiguration, ssaConfigurationSchema } from './schema'

/** Changes the named properties and keeps the others; every process reads the new ones at its next request. */
export async function setSsaConfiguration(
  ctx: Ctx,
  change: Record<string, unknown>,
): Promise<SsaConfiguration> {
  authorize(ctx, 'configuration:write')
  const before = await ssaConfiguration(ctx.db)
  const parsed = ssaConfigurationSchema.strict().safeParse({ ...before, ...change })
  if (!parsed.success) throw new AppError('INVALID', z.prettifyError(parsed.error))
  const value = parsed.data
  const updatedAt = ctx.clock.now()
  await ctx.db.$transaction(async tx => {
    await tx.configuration.upsert({
      where: { name: SSA_CONFIGURATION },
      create: { name: SSA_CONFIGURATION, value, updatedAt },
      update: { value, updatedAt },
    })
    await record(tx, ctx, {
      action: 'configuration.set',
      object: { type: 'configuration', id: SSA_CONFIGURATION, name: 'SSA configuration' },
      organizationId: null,
      before: { value: JSON.stringify(before) },
      after: { value: JSON.stringify(value) },
    })
  })
  return value
}
