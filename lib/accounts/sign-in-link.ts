import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { createAccount } from './create'
import { newSignInLink } from './link-token'
import { nameFromEmail } from './names'
import type { SignInLinkInput } from './schema'
import { addEmailMethod } from './turn-on-email'

/**
 * The operator's way to let somebody in: a link that signs in once, within 15 minutes, as the account of this address.
 * Creates the account if need be, and turns e-mail sign-in on where it was off.
 */
export async function createSignInLink(ctx: Ctx, { email, callbackUrl }: SignInLinkInput): Promise<string> {
  authorize(ctx, 'account:admit')
  const account = await ctx.db.account.findUnique({
    where: { email },
    select: { id: true, name: true, identities: { where: { provider: 'EMAIL' }, select: { id: true } } },
  })
  if (account?.identities.length === 0) {
    await ctx.db.$transaction(tx => addEmailMethod(tx, ctx, { id: account.id, email }))
  }
  const { id, name } = account ?? (await admit(ctx, email))
  const object = { type: 'account', id, name }
  await record(ctx.db, ctx, { action: 'account.sign-in-link', object, after: { email } })
  return newSignInLink(ctx, email, callbackUrl)
}

/** A first sign-in by e-mail. */
export function admit(ctx: Ctx, email: string) {
  const identity = { provider: 'EMAIL' as const, subject: email, login: null }
  return createAccount(ctx, { name: nameFromEmail(email), email, identity })
}
