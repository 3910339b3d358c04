import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
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
    select: { id: true, login: true, account: { select: { id: true, name: true, email: true } } },
  })
  if (!found) return false
  if (found.login !== login) await noteLogin(ctx, found, login)
  if (email && found.account.email === null) await giveAddress(ctx, found.account, email)
  return true
}

interface Named {
  id: string
  name: string
}

type Known = { id: string; login: string | null; account: Named }

async function noteLogin(ctx: Ctx, { id, login: before, account }: Known, login: string): Promise<void> {
  await ctx.db.$transaction(async tx => {
    await tx.identity.updateMany({ where: { id }, data: { login } })
    const object = { type: 'account', id: account.id, name: account.name }
    await record(tx, ctx, {
      action: 'account.github-rename',
      object,
      before: { login: before },
      after: { login },
    })
  })
}

async function giveAddress(ctx: Ctx, account: Named, email: string): Promise<void> {
  try {
    await ctx.db.$transaction(async tx => {
      const { count } = await tx.account.updateMany({
        where: { id: account.id, email: null },
        data: { email },
      })
      if (count === 0) return
      const object = { type: 'account', id: account.id, name: account.name }
      await record(tx, ctx, { action: 'account.address', object, before: { email: null }, after: { email } })
    })
  } catch (error) {
    if (!brokeUnique(error, 'account_email')) throw error
  }
}
