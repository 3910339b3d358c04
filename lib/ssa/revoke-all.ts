import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { invalidField } from '@/lib/errors'
import { revokeWhere } from './revoke-where'
import type { RevokeAllSsasInput } from './schema'
import { whereStatus } from './view'

/** Revokes every live statement of the organization, once its name was typed back. */
export async function revokeAllSsas(
  ctx: OrgCtx,
  { confirmation }: RevokeAllSsasInput,
): Promise<{ revoked: number }> {
  authorizeIn(ctx, 'ssa:revoke')
  if (confirmation.trim() !== ctx.organization.name) {
    throw invalidField('confirmation', `Type ${ctx.organization.name} to confirm.`)
  }
  const live = whereStatus('ACTIVE', ctx.clock.now())
  const revoked = await revokeWhere(ctx, { organizationId: ctx.organization.id, ...live })
  return { revoked: revoked.length }
}
