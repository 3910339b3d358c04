import { ownAccountId } from '@/lib/accounts/person'
import type { Ctx, Role } from '@/lib/context'
import type { OrganizationKind } from './schema'

export interface MyOrganization {
  id: string
  name: string
  kind: OrganizationKind
  role: Role
}

/** The organizations of the person who asks, by name, the personal one first. */
export async function listMyOrganizations(ctx: Ctx): Promise<MyOrganization[]> {
  const rows = await ctx.db.member.findMany({
    where: { accountId: ownAccountId(ctx) },
    // PERSONAL is the first of the kinds in the database.
    orderBy: [
      { organization: { kind: 'asc' } },
      { organization: { name: 'asc' } },
      { organizationId: 'asc' },
    ],
    select: { role: true, organization: { select: { id: true, name: true, kind: true } } },
  })
  return rows.map(({ role, organization }) => ({ ...organization, role }))
}
