import { authorizeIn, may } from '@/lib/access/authorize'
import type { PermissionName } from '@/lib/access/permissions'
import type { ClientCtx, Ctx, OrgCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { jsonObject } from '@/lib/json-object'
import type { LicenseOf } from './hot'
import type { ProductView } from './products'
import { refused } from './refused'
import { noteSighting } from './sightings'

/** A call by installed software of an organization. */
export type InstallationCtx = ClientCtx & OrgCtx

/** Line one of verbs for people and installed software alike. Refuses platform clients: they have no license. */
export function authorizeUse(ctx: Ctx, permission: PermissionName): asserts ctx is OrgCtx {
  if (ctx.actor.kind === 'client' && !ctx.organization) throw refused('NO_ORGANIZATION')
  if (ctx.actor.kind === 'client' && !may(ctx.actor, permission)) throw refused('INSUFFICIENT_SCOPE')
  authorizeIn(ctx, permission)
}

/** Line one of the verbs that installed software alone calls. */
export function authorizeInstallation(ctx: Ctx): asserts ctx is InstallationCtx {
  authorizeUse(ctx, 'license:use')
  if (ctx.actor.kind !== 'client') throw new AppError('FORBIDDEN', 'Only installed software may do this.')
}

/** Whose license a call is about. The host is taken only where the product is licensed per host, and there it must be. */
export async function licenseOf(
  ctx: OrgCtx,
  product: ProductView,
  fqdn: string | undefined,
): Promise<LicenseOf> {
  const of = { organizationId: ctx.organization.id, productCode: product.code }
  if (!product.perHost) return { ...of, fqdn: '' }
  if (!fqdn) throw refused('HOST_REQUIRED')
  await assertHost(ctx, fqdn)
  return { ...of, fqdn: foldHost(fqdn) }
}

/** Refuses with WRONG_HOST when the client's statement names a host, and this is another. */
export async function assertHost(ctx: OrgCtx, fqdn: string): Promise<void> {
  if (ctx.actor.kind !== 'client') return
  const client = await ctx.db.client.findUnique({
    where: { id: ctx.actor.clientId },
    select: { ssa: { select: { customAttributes: true } } },
  })
  const stated = jsonObject(client?.ssa?.customAttributes)?.fqdn
  if (typeof stated === 'string' && foldHost(stated) !== foldHost(fqdn)) throw refused('WRONG_HOST')
}

/** Host names have no case (RFC 4343), and a dot at the end says nothing more. */
export function foldHost(fqdn: string): string {
  return fqdn.trim().toLowerCase().replace(/\.$/, '')
}

export function assertOwnOrganization(ctx: OrgCtx, organizationId: string): void {
  if (foldOrganization(organizationId) !== foldOrganization(ctx.organization.id))
    throw refused('WRONG_ORGANIZATION')
}

/** Organizations never differ by case alone; and a plus in a query that is not encoded arrives as a space. */
function foldOrganization(id: string): string {
  return id.toLowerCase().replaceAll('+', ' ')
}

/** Leaves the trace of a call on the installation that made it; people leave none. */
export async function noteCall(ctx: OrgCtx, of: LicenseOf, licenseId: string | null): Promise<void> {
  if (ctx.actor.kind !== 'client') return
  const { clientId } = ctx.actor
  await noteSighting(ctx, { ...of, clientId, licenseId, address: ctx.address, at: ctx.clock.now() })
}
