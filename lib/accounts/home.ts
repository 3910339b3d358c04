import type { Ctx } from '@/lib/context'
import { ownAccountId } from './person'

/** The organization a person lands in: the one used last, else their own, else the first they joined, else none. */
export async function homeOrganization(ctx: Ctx, lastUsed: string | undefined): Promise<string | null> {
  const accountId = ownAccountId(ctx)
  const memberships = await ctx.db.member.findMany({
    where: { accountId },
    orderBy: [{ createdAt: 'asc' }, { organizationId: 'asc' }],
    select: { organization: { select: { id: true, personalOf: true } } },
  })
  const organizations = memberships.map(({ organization }) => organization)
  const home =
    organizations.find(({ id }) => id === lastUsed) ??
    organizations.find(({ personalOf }) => personalOf === accountId) ??
    organizations[0]
  return home?.id ?? null
}
