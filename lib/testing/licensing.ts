import { randomUUID } from 'node:crypto'
import type { Ctx, OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { issueEnterprise } from '@/lib/licenses/issue-enterprise'
import { issueEnterpriseSchema } from '@/lib/licenses/schema'
import type { StaffLicenseView } from '@/lib/licenses/view'
import { tokenHash } from '@/lib/secrets'
import { issueSsa } from '@/lib/ssa/issue'
import { issueSsaSchema } from '@/lib/ssa/schema'
import type { World } from './context'

export const LICENSE_SCOPE = 'https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly'

/** A new person of the sales team, who belongs to no organization. */
export async function newSales({ operator }: Pick<World, 'operator'>): Promise<Ctx> {
  const email = `sales-${randomUUID()}@example.com`
  const { id, name } = await operator.db.account.create({ data: { name: 'Sal', email } })
  return {
    ...operator,
    actor: { kind: 'staff', accountId: id, name, roles: ['SALES'] },
    requestId: randomUUID(),
  }
}

/** Installed software of this person's organization, registered with an SSA that they issued. */
export async function installedBy(ctx: OrgCtx, attributes: Record<string, string> = {}): Promise<OrgCtx> {
  const { jti } = await issueSsa(ctx, issueSsaSchema.parse({ softwareId: randomUUID() }))
  await ctx.db.ssa.update({ where: { jti }, data: { customAttributes: attributes } })
  const client = await ctx.db.client.create({
    data: {
      id: randomUUID(),
      organizationId: ctx.organization.id,
      kind: 'REGISTERED',
      name: `admin-ui-license-client-${randomUUID()}`,
      authMethod: 'CLIENT_SECRET_BASIC',
      secretHash: tokenHash(randomUUID()),
      scopes: [LICENSE_SCOPE],
      ssaJti: jti,
      createdAt: ctx.clock.now(),
    },
  })
  return {
    ...ctx,
    actor: { kind: 'client', clientId: client.id, name: client.name, scopes: [LICENSE_SCOPE] },
    requestId: randomUUID(),
  }
}

/** An enterprise license of this organization: 5,000 MAU for a year, unless told otherwise. */
export async function enterprise(
  sales: Ctx,
  { organization }: OrgCtx,
  terms: Partial<Parameters<typeof issueEnterpriseSchema.parse>[0] & object> = {},
): Promise<StaffLicenseView> {
  const validUntil = daysAfter(sales.clock.now(), 365)
  const base = { organizationId: organization.id, mauThreshold: 5000, validUntil }
  return issueEnterprise(sales, issueEnterpriseSchema.parse({ ...base, ...terms }))
}

/** A new organization with an enterprise license: 5,000 MAU for a year, unless told otherwise. */
export async function licensed(world: World, terms: Parameters<typeof enterprise>[2] = {}) {
  const org = await world.newOrganization()
  const sales = await newSales(world)
  return { org, sales, license: await enterprise(sales, org, terms) }
}

/** The same with installed software of the organization. */
export async function licensedSoftware(world: World) {
  const made = await licensed(world)
  return { ...made, software: await installedBy(made.org) }
}
