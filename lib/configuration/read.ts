import type { Db, Tx } from '@/lib/db'
import { remembered } from '@/lib/remembered'
import { type SsaConfiguration, ssaConfigurationSchema } from './schema'

export const SSA_CONFIGURATION = 'ssa'

/** The configuration as it is stored: what operators have set over the defaults. */
export async function storedSsaConfiguration(tx: Tx): Promise<SsaConfiguration> {
  const row = await tx.configuration.findUnique({
    where: { name: SSA_CONFIGURATION },
    select: { value: true },
  })
  return ssaConfigurationSchema.parse(row?.value ?? {})
}

/** For requests: one second old at most, so that every process follows a change within two. */
export const knownSsaConfiguration = remembered(1000, storedSsaConfiguration)

/** The configuration in force. */
export function ssaConfiguration(db: Db): Promise<SsaConfiguration> {
  return knownSsaConfiguration.of(db)
}
