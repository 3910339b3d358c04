import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { brokeUnique } from '@/lib/db'
import type { GitHubUser } from './link-github'

/**
 * Notes what a known GitHub user is called today and, for an account that has no address yet, the verified one
 * unless somebody has it. Whether the user is known. Organization ids never change.
 */
export async function seeGitHubUser(ctx: Ctx, user: GitHubUser & { email: string | null }): Promise<boolean> {
  authorize(ctx, 'account:admit')
  const { subject, login, email } = user
  const found = await ctx.db.identity.findUnique({
    where: { provider_subject: { provider: 'GITHUB', subject } },
    select: { id: true, login: true, account: { select: { id: true, email: true } } },
  })
  if (!found) return false
  if (found.login !== login) {
    await ctx.db.identity.updateMany({ where: { id: found.id }, data: { login } })
  }
  if (email && found.account.email === null) await giveAddress(ctx, { id: found.account.id, email })
  return true
}

async function giveAddress(ctx: Ctx, { id, email }: { id: string; email: string }): Promise<void> {
  try {
    await ctx.db.account.updateMany({ where: { id, email: null }, data: { email } })
  } catch (error) {
    if (!brokeUnique(error, 'account_email')) throw error
  }
}
