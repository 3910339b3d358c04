import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { SsaId } from './schema'
import { type SsaView, toView, VIEW_SELECT } from './view'

/** How often software asked whether a statement is live; some seconds behind. */
export interface SsaChecks {
  times: number
  /** Of those: after it was used, revoked or expired. */
  refused: number
  lastAt: Date
}

export interface SsaDetails extends SsaView {
  /** Null: nobody ever asked. */
  checks: SsaChecks | null
}

/** One statement of the organization, without its JWT. NOT_FOUND for any other. */
export async function getSsa(ctx: OrgCtx, { jti }: SsaId): Promise<SsaDetails> {
  authorizeIn(ctx, 'ssa:read')
  const row = await ctx.db.ssa.findFirst({
    where: { jti, organizationId: ctx.organization.id },
    select: { ...VIEW_SELECT, checks: { select: { times: true, refused: true, lastAt: true } } },
  })
  if (!row) throw notFound('This SSA')
  const { checks, ...stored } = row
  return {
    ...toView(stored, ctx.clock.now()),
    checks: checks && { ...checks, times: Number(checks.times), refused: Number(checks.refused) },
  }
}
