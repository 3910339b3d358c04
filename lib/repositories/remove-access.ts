import { ownAccountId } from '@/lib/accounts/person'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { revokeAtGitHub } from '@/lib/github/revoke'
import { openToken } from '@/lib/github/token'
import { lockRow } from '@/lib/lock'

/**
 * Forgets the person's access to GitHub and makes its token worthless there; `atGitHub` tells whether GitHub did so.
 * Repositories that were chosen stay chosen. Throws NOT_FOUND.
 */
export async function removeAccess(ctx: Ctx): Promise<{ atGitHub: boolean }> {
  const accountId = ownAccountId(ctx)
  const removed = await ctx.db.$transaction(async tx => {
    const where = { accountId }
    // What is deleted is what is made worthless at GitHub.
    await lockRow(tx, 'github_access', { account_id: accountId })
    const access = await tx.gitHubAccess.findUnique({
      where,
      select: { identityId: true, login: true, sealedToken: true },
    })
    if (!access) throw notFound('This access')
    const { identityId, login } = access
    await tx.gitHubAccess.delete({ where, select: { identityId: true } })
    await record(tx, ctx, {
      action: 'repository.remove-access',
      object: { type: 'github-access', id: identityId, name: login },
      organizationId: null,
    })
    return access
  })
  if (!removed.sealedToken) return { atGitHub: true }
  return { atGitHub: await revokeAtGitHub(openToken(ctx.secrets, accountId, removed.sealedToken)) }
}
