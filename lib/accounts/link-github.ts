import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { brokeUnique } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { ownAccountId } from './person'

export interface GitHubUser {
  /** GitHub's numeric id as text: people rename themselves, ids stay. */
  subject: string
  login: string
}

/** Adds GitHub to the signed-in person's ways to sign in. Linking the same user again changes nothing. Throws CONFLICT. */
export async function linkGitHub(ctx: Ctx, { subject, login }: GitHubUser): Promise<void> {
  const accountId = ownAccountId(ctx)
  const known = await ctx.db.identity.findUnique({
    where: { provider_subject: { provider: 'GITHUB', subject } },
    select: { accountId: true },
  })
  if (known?.accountId === accountId) return
  if (known) throw takenElsewhere()
  try {
    await ctx.db.$transaction(async tx => {
      await tx.identity.create({
        data: { accountId, provider: 'GITHUB', subject, login, createdAt: ctx.clock.now() },
        select: { id: true },
      })
      await record(tx, ctx, {
        action: 'account.link',
        object: { type: 'account', id: accountId, name: ctx.actor.name },
        after: { method: 'GITHUB', login },
      })
    })
  } catch (error) {
    if (brokeUnique(error, 'identity_provider_subject')) throw takenElsewhere()
    if (brokeUnique(error, 'identity_account_id_provider')) throw alreadyLinked()
    throw error
  }
}

function takenElsewhere(): AppError {
  return new AppError('CONFLICT', 'This GitHub user signs in to another account here.')
}

function alreadyLinked(): AppError {
  return new AppError('CONFLICT', 'Your account is linked to another GitHub user. Unlink that one first.')
}
