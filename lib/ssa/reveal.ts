import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import { AppError, notFound } from '@/lib/errors'
import { ssaJwt } from './jwt'
import type { SsaId } from './schema'
import { JWT_SELECT, withStatus } from './view'

/** The JWT of a live statement, the same bytes every time; each reveal leaves an audit row. CONFLICT when it is over. */
export async function revealSsa(ctx: OrgCtx, { jti }: SsaId): Promise<{ jwt: string }> {
  authorizeIn(ctx, 'ssa:reveal')
  const row = await ctx.db.ssa.findFirst({
    where: { jti, organizationId: ctx.organization.id },
    select: { softwareId: true, status: true, expiresAt: true, ...JWT_SELECT },
  })
  if (!row) throw notFound('This SSA')
  const { status } = withStatus(row, ctx.clock.now())
  if (status !== 'ACTIVE') {
    throw new AppError(
      'CONFLICT',
      `This SSA is ${status.toLowerCase()}: its JWT is no longer shown. Create a new SSA.`,
    )
  }
  const jwt = await ssaJwt(ctx, row)
  await record(ctx.db, ctx, { action: 'ssa.reveal', object: { type: 'ssa', id: jti, name: row.softwareId } })
  return { jwt }
}
