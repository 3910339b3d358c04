import { ownAccountId } from '@/lib/accounts/person'
import type { Ctx } from '@/lib/context'
import { env } from '@/lib/env'
import { gitHubAddresses } from '@/lib/github/addresses'

/**
 * What the top bar shows in an organization: the person's repository there, null for none. Undefined for people who do
 * not sign in with GitHub, and where GitHub is not configured: there is nothing to choose.
 */
export async function currentRepository(
  ctx: Ctx,
  organizationId: string,
): Promise<string | null | undefined> {
  const accountId = ownAccountId(ctx)
  if (!env().GITHUB_ID) return undefined
  const identity = await ctx.db.identity.findUnique({
    where: { accountId_provider: { accountId, provider: 'GITHUB' } },
    select: {
      account: {
        select: {
          memberships: { where: { organizationId }, select: { repository: { select: { fullName: true } } } },
        },
      },
    },
  })
  if (!identity) return undefined
  return identity.account.memberships[0]?.repository?.fullName ?? null
}

/** Where this GitHub's pages are. */
export function gitHubPages(): string {
  return gitHubAddresses(env()).web
}
