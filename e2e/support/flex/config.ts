import type { OidcClient } from './calls'
import type { LicenseDetails } from './details'
import { type Answer, bad } from './messages'

/** What the software keeps (`licenseConfig`); the browser never sees it whole. */
export interface LicenseConfig {
  ssa: string
  client: OidcClient
  hardwareKey: string
  licenseKey: string | null
  details: LicenseDetails | null
  /** The day of the last answer of `isActive`. */
  updatedOn: string | null
}

/** The first thing that is missing, in the order of the software (contract §1.7); null: nothing. */
export function whatIsMissing(config: LicenseConfig | null): Answer | null {
  if (!config?.hardwareKey) return bad('License configuration is not present.', 500)
  const { opHost, clientId, clientSecret } = config.client
  if (!opHost || !clientId || !clientSecret)
    return bad('OIDC client details to access license APIs is missing in Admin UI configuration.', 500)
  if (!config.ssa) return bad('SSA is missing in Admin UI configuration.', 500)
  return config.licenseKey ? null : bad('Active license not present in configuration.', 404)
}
