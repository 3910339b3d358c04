import type { ConfigurationFields } from './form-schema'
import type { SsaConfiguration } from './schema'

/** What the form shows at first. */
export function fieldsFrom(configuration: SsaConfiguration): ConfigurationFields {
  const { ssaEndpoint, ssaMapSoftwareRolesToScopes: roles, ...rest } = configuration
  return {
    ...rest,
    ssaEndpoint: ssaEndpoint ?? '',
    ssaMapSoftwareRolesToScopes: Object.entries(roles).map(([name, scopes]) => ({
      name,
      scopes: scopes.join('\n'),
    })),
  }
}

/** The properties that differ, so that saving leaves alone what another operator changed meanwhile. */
export function changedProperties(
  before: SsaConfiguration,
  after: SsaConfiguration,
): Partial<SsaConfiguration> {
  const was = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was.get(name)),
  )
  return Object.fromEntries(changed)
}
