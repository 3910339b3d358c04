import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { invalidField } from '@/lib/errors'
import { revokeWhere } from './revoke-where'
import type { RevokeAllSsasInput } from './schema'

/** Revokes every live statement of the organization, once its name was typed back. */
export async function revokeAllSsas(
  ctx: OrgCtx,
  { confirmation }: RevokeAllSsasInput,
): Promise<{ revoked: number }> {
  authorizeIn(ctx, 'ssa:revoke')
  if (confirmation.trim() !== ctx.organization.name) {
    throw invalidField('confirmation', `Type ${ctx.organization.name} to confirm.`)
  }
  const { organization, clock } = ctx
  return { revoked: await revokeWhere(ctx, { organizationId: organization.id, liveAt: clock.now() }) }
}
