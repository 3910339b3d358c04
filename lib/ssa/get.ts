import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { SsaId } from './schema'
import { type SsaView, toView, VIEW_SELECT } from './view'

/** One statement of the organization, without its JWT. NOT_FOUND for any other. */
export async function getSsa(ctx: OrgCtx, { jti }: SsaId): Promise<SsaView> {
  authorizeIn(ctx, 'ssa:read')
  const row = await ctx.db.ssa.findFirst({
    where: { jti, organizationId: ctx.organization.id },
    select: VIEW_SELECT,
  })
  if (!row) throw notFound('This SSA')
  return toView(row, ctx.clock.now())
}
