import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { AppError, notFound } from '@/lib/errors'
import { revokeAtGitHub } from '@/lib/github/revoke'
import { openToken } from '@/lib/github/token'
import { lockRow } from '@/lib/lock'
import { ownAccountId } from './person'
import type { SignInMethod } from './schema'

/**
 * Takes a way to sign in away, as long as another one remains. What was allowed at GitHub goes with it, there too if it
 * answers. Throws NOT_FOUND or CONFLICT.
 */
export async function unlinkMethod(ctx: Ctx, { provider }: { provider: SignInMethod }): Promise<void> {
  const accountId = ownAccountId(ctx)
  const sealed = await ctx.db.$transaction(async tx => {
    // Of two unlinkings at once the second sees what the first has left, so that one method always stays.
    await lockRow(tx, 'account', { id: accountId })
    const methods = await tx.identity.findMany({
      where: { accountId },
      select: { provider: true, login: true, gitHubAccess: { select: { sealedToken: true } } },
    })
    const unlinked = methods.find(method => method.provider === provider)
    if (!unlinked) throw notFound('This way to sign in')
    if (methods.length === 1) {
      throw new AppError('CONFLICT', 'This is your only way to sign in. Add another one first.')
    }
    await tx.identity.deleteMany({ where: { accountId, provider } })
    await record(tx, ctx, {
      action: 'account.unlink',
      object: { type: 'account', id: accountId, name: ctx.actor.name },
      before: { method: provider, login: unlinked.login },
    })
    return unlinked.gitHubAccess?.sealedToken
  })
  if (sealed) await revokeAtGitHub(openToken(ctx.secrets, accountId, sealed))
}
