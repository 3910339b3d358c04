import { authorizeIn } from '@/lib/access/authorize'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { OrgCtx } from '@/lib/context'

export interface SoftwareRole {
  name: string
  /** What a client registered with this role may ask for. */
  scopes: string[]
}

/** The software roles on offer, as operators have configured them, by name: a JSON object keeps no order. */
export async function softwareRoles(ctx: OrgCtx): Promise<SoftwareRole[]> {
  authorizeIn(ctx, 'ssa:issue')
  const { ssaMapSoftwareRolesToScopes } = await ssaConfiguration(ctx.db)
  return Object.entries(ssaMapSoftwareRolesToScopes)
    .map(([name, scopes]) => ({ name, scopes }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
