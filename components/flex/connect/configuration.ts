import type { InstallationCredentials } from '@/lib/clients/register-for'
import { ASKS_AGAIN_DAYS } from '@/lib/ssa/lifetime'

interface Facts extends InstallationCredentials {
  /** `WRIT_URL`: who issues tokens and who answers license calls are one. */
  issuer: string
  organizationId: string
  licenseKey: string
}

/** The member `licenseConfig` of the Admin UI's configuration, as Flex keeps it (license contract §6.5 a). */
export function licenseConfiguration({ issuer, organizationId, licenseKey, ...client }: Facts): string {
  const { ssa, clientId, clientSecret } = client
  const licenseConfig = {
    ssa,
    scanLicenseApiHostname: issuer,
    licenseKey,
    licenseHardwareKey: organizationId,
    intervalForSyncLicenseDetailsInDays: ASKS_AGAIN_DAYS,
    oidcClient: { opHost: issuer, clientId, clientSecret },
  }
  return JSON.stringify({ licenseConfig }, null, 2)
}
