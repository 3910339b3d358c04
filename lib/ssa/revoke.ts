import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { getSsa } from './get'
import { revokeWhere } from './revoke-where'
import type { SsaId } from './schema'
import type { SsaView } from './view'

/** Revokes one statement for good and frees its name. CONFLICT when it was revoked or used before. */
export async function revokeSsa(ctx: OrgCtx, { jti }: SsaId): Promise<SsaView> {
  authorizeIn(ctx, 'ssa:revoke')
  const revoked = await revokeWhere(ctx, { jti, organizationId: ctx.organization.id })
  const ssa = await getSsa(ctx, { jti })
  if (revoked === 0) throw over(ssa)
  return ssa
}

function over({ status }: SsaView): AppError {
  return new AppError('CONFLICT', `This SSA is already ${status.toLowerCase()}; there is nothing to revoke.`)
}
