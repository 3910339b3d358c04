import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { renewalWarnings } from './renewal'
import { type SsaView, withStatus } from './view'
import type { IssueWarning } from './warnings'

/** A statement to connect an installation with. */
export interface ConnectableSsa extends Pick<SsaView, 'jti' | 'softwareId' | 'status' | 'createdAt'> {
  warnings: IssueWarning[]
}

/** The organization's latest hundred statements, with what would keep an installation from its license. */
export async function connectableSsas(ctx: Ctx): Promise<ConnectableSsa[]> {
  authorizeIn(ctx, 'ssa:read')
  const rows = await ctx.db.ssa.findMany({
    where: { organizationId: ctx.organization.id },
    orderBy: [{ createdAt: 'desc' }, { jti: 'desc' }],
    take: 100,
    select: {
      jti: true,
      softwareId: true,
      status: true,
      softwareRoles: true,
      oneTimeUse: true,
      lifetime: true,
      expiresAt: true,
      createdAt: true,
    },
  })
  return rows.map(row => {
    const { jti, softwareId, status, createdAt, ...facts } = withStatus(row, ctx.clock.now())
    return { jti, softwareId, status, createdAt, warnings: renewalWarnings({ status, ...facts }) }
  })
}
