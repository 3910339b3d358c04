import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { storedSsaConfiguration } from './read'
import type { SsaConfiguration } from './schema'

/** The configuration as operators have just set it. */
export async function getSsaConfiguration(ctx: Ctx): Promise<SsaConfiguration> {
  authorize(ctx, 'configuration:read')
  return storedSsaConfiguration(ctx.db)
}
