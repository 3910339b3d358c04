import type { Db } from '@/lib/db'
import { type SsaConfiguration, ssaConfigurationSchema } from './schema'

export const SSA_CONFIGURATION = 'ssa'

/** The configuration in force: what operators have set over the defaults. */
export async function ssaConfiguration(db: Db): Promise<SsaConfiguration> {
  const row = await db.configuration.findUnique({
    where: { name: SSA_CONFIGURATION },
    select: { value: true },
  })
  return ssaConfigurationSchema.parse(row?.value ?? {})
}
