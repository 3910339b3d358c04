import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { getSsa } from './get'
import type { SsaId } from './schema'
import { type SsaView, VIEW_SELECT, withStatus } from './view'

/** Revokes one statement for good and frees its name. CONFLICT when it was revoked or used before. */
export async function revokeSsa(ctx: OrgCtx, { jti }: SsaId): Promise<SsaView> {
  authorizeIn(ctx, 'ssa:revoke')
  const now = ctx.clock.now()
  const revoked = await ctx.db.$transaction(async tx => {
    const [row] = await tx.ssa.updateManyAndReturn({
      where: { jti, organizationId: ctx.organization.id, status: 'ACTIVE' },
      data: { status: 'REVOKED', heldName: null, revokedAt: now },
      select: VIEW_SELECT,
    })
    if (!row) return null
    await record(tx, ctx, {
      action: 'ssa.revoke',
      object: { type: 'ssa', id: jti, name: row.softwareId },
      before: { status: 'ACTIVE' },
      after: { status: 'REVOKED' },
    })
    return withStatus(row, now)
  })
  return revoked ?? refuse(ctx, jti)
}

async function refuse(ctx: OrgCtx, jti: string): Promise<never> {
  const { status } = await getSsa(ctx, { jti })
  throw new AppError('CONFLICT', `This SSA is already ${status.toLowerCase()}; there is nothing to revoke.`)
}
