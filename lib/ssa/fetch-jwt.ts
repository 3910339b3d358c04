import { authorizeClient } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { ssaJwt } from './jwt'
import { whereInReach } from './reach'
import { JWT_SELECT, whereStatus } from './view'

/**
 * For clients: the JWT of a live statement (Janssen contract §1.9), with an audit row. A one-time statement is not used
 * up by it. NOT_FOUND for any other.
 */
export async function fetchSsaJwt(ctx: Ctx, { jti }: { jti: string }): Promise<{ ssa: string }> {
  authorizeClient(ctx, 'ssa:reveal')
  const where = await whereInReach(ctx, { jti })
  const row =
    where &&
    (await ctx.db.ssa.findFirst({
      where: { ...where, ...whereStatus('ACTIVE', ctx.clock.now()) },
      select: { softwareId: true, organizationId: true, ...JWT_SELECT },
    }))
  if (!row) throw notFound('A live SSA of this jti')
  const ssa = await ssaJwt(ctx, row)
  const { softwareId: name, organizationId } = row
  await record(ctx.db, ctx, { action: 'ssa.reveal', object: { type: 'ssa', id: jti, name }, organizationId })
  return { ssa }
}
