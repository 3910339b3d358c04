import { authorizeIn } from '@/lib/access/authorize'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { OrgCtx } from '@/lib/context'

export interface SoftwareRole {
  name: string
  /** What a client registered with this role may ask for. */
  scopes: string[]
}

/** What a new statement may be made of, as operators have configured it. */
export interface SsaOffer {
  roles: SoftwareRole[]
  /** `inJwt`: the JWT carries it as a claim. */
  attributes: { name: string; inJwt: boolean }[]
}

/** What the form of a new statement offers. Roles come by name: a JSON object keeps no order. */
export async function ssaOffer(ctx: OrgCtx): Promise<SsaOffer> {
  authorizeIn(ctx, 'ssa:issue')
  const { ssaMapSoftwareRolesToScopes, ssaCustomAttributes } = await ssaConfiguration(ctx.db)
  const roles = Object.entries(ssaMapSoftwareRolesToScopes)
    .map(([name, scopes]) => ({ name, scopes }))
    .sort((a, b) => a.name.localeCompare(b.name))
  return { roles, attributes: ssaCustomAttributes }
}
