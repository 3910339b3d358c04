import { authorizeClient } from '@/lib/access/authorize'
import type { ClientCtx, Ctx, OrgCtx } from '@/lib/context'
import type { LicenseOf } from './hot'
import type { ProductView } from './products'
import { refused } from './refused'
import { noteSighting } from './sightings'

/** A call by installed software of an organization. */
export type InstallationCtx = ClientCtx & OrgCtx

/** Line one of the verbs that installed software calls. Refuses platform clients: they have no license of their own. */
export function authorizeInstallation(
  ctx: Ctx,
  permission: 'license:use' | 'license:document' | 'license:trial',
): asserts ctx is InstallationCtx {
  authorizeClient(ctx, permission)
  if (!ctx.organization) throw refused('NO_ORGANIZATION')
}

/** Whose license a call is about. The host is taken only where the product is licensed per host, and there it must be. */
export async function licenseOf(
  ctx: InstallationCtx,
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
export async function assertHost(ctx: InstallationCtx, fqdn: string): Promise<void> {
  const client = await ctx.db.client.findUnique({
    where: { id: ctx.actor.clientId },
    select: { ssa: { select: { customAttributes: true } } },
  })
  const attributes = client?.ssa?.customAttributes
  const stated = isRecord(attributes) ? attributes.fqdn : undefined
  if (typeof stated === 'string' && foldHost(stated) !== foldHost(fqdn)) throw refused('WRONG_HOST')
}

/** Host names have no case (RFC 4343), and a dot at the end says nothing more. */
export function foldHost(fqdn: string): string {
  return fqdn.trim().toLowerCase().replace(/\.$/, '')
}

/** Organizations never differ by case alone. */
export function assertOwnOrganization(ctx: InstallationCtx, organizationId: string): void {
  if (organizationId.toLowerCase() !== ctx.organization.id.toLowerCase()) throw refused('WRONG_ORGANIZATION')
}

/** Leaves the trace of this call on the installation. */
export async function seen(ctx: InstallationCtx, of: LicenseOf, licenseId: string | null): Promise<void> {
  const { clientId } = ctx.actor
  await noteSighting(ctx, { ...of, clientId, licenseId, address: ctx.address, at: ctx.clock.now() })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
