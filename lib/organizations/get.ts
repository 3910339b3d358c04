import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import type { OrganizationKind } from './schema'

export interface OrganizationView {
  /** The `org_id` of its statements and licenses. */
  id: string
  name: string
  kind: OrganizationKind
  createdAt: Date
  members: number
}

/** The organization at hand. */
export async function getOrganization(ctx: OrgCtx): Promise<OrganizationView> {
  authorizeIn(ctx, 'organization:read')
  const { _count, ...organization } = await ctx.db.organization.findUniqueOrThrow({
    where: { id: ctx.organization.id },
    select: { id: true, name: true, kind: true, createdAt: true, _count: { select: { members: true } } },
  })
  return { ...organization, members: _count.members }
}
