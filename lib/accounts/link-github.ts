import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { brokeUnique } from '@/lib/db'
import { ownAccountId } from './person'

export interface GitHubUser {
  /** GitHub's numeric id as text: people rename themselves, ids stay. */
  subject: string
  login: string
}

/** TAKEN: the GitHub user signs in to another account. OCCUPIED: this account has another GitHub user. */
export type LinkOutcome = 'LINKED' | 'TAKEN' | 'OCCUPIED'

/** Adds GitHub to the signed-in person's ways to sign in. Linking the same user again changes nothing. */
export async function linkGitHub(ctx: Ctx, { subject, login }: GitHubUser): Promise<LinkOutcome> {
  const accountId = ownAccountId(ctx)
  const known = await ctx.db.identity.findUnique({
    where: { provider_subject: { provider: 'GITHUB', subject } },
    select: { accountId: true },
  })
  if (known) return known.accountId === accountId ? 'LINKED' : 'TAKEN'
  try {
    await ctx.db.$transaction(async tx => {
      await tx.identity.create({
        data: { accountId, provider: 'GITHUB', subject, login, createdAt: ctx.clock.now() },
        select: { id: true },
      })
      await record(tx, ctx, {
        action: 'account.link',
        object: { type: 'account', id: accountId, name: login },
        after: { method: 'GITHUB', login },
      })
    })
    return 'LINKED'
  } catch (error) {
    if (brokeUnique(error, 'identity_provider_subject')) return 'TAKEN'
    if (brokeUnique(error, 'identity_account_id_provider')) return 'OCCUPIED'
    throw error
  }
}
