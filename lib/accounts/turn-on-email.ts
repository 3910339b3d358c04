import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { brokeUnique, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { ownAccountId } from './person'

/** Lets the person sign in by links to the account's verified address. Throws CONFLICT without one, or when it is on. */
export async function turnOnEmailSignIn(ctx: Ctx): Promise<{ email: string }> {
  const id = ownAccountId(ctx)
  const { email } = await ctx.db.account.findUniqueOrThrow({ where: { id }, select: { email: true } })
  if (!email) {
    throw new AppError(
      'CONFLICT',
      'Your account has no verified address. Verify one at GitHub, then sign in again.',
    )
  }
  try {
    await ctx.db.$transaction(tx => addEmailMethod(tx, ctx, { id, email }))
  } catch (error) {
    if (brokeUnique(error, 'identity_')) throw new AppError('CONFLICT', 'E-mail sign-in is on already.')
    throw error
  }
  return { email }
}

/** The rows of it, for whoever may turn it on. */
export async function addEmailMethod(
  tx: Tx,
  ctx: Ctx,
  account: { id: string; email: string },
): Promise<void> {
  const { id, email } = account
  await tx.identity.create({
    data: { accountId: id, provider: 'EMAIL', subject: email, createdAt: ctx.clock.now() },
    select: { id: true },
  })
  await record(tx, ctx, {
    action: 'account.link',
    object: { type: 'account', id, name: email },
    after: { method: 'EMAIL', email },
  })
}
