import type { Ctx } from '@/lib/context'

/** Why someone who proved an identity is still not let in: two ways to sign in are never joined by an address. */
export type Refusal = 'EMAIL_USES_GITHUB' | 'GITHUB_ADDRESS_IN_USE'

/** The holder of a mailbox may enter unless its address belongs to an account without e-mail sign-in. */
export async function refuseEmail(ctx: Pick<Ctx, 'db'>, email: string): Promise<Refusal | null> {
  const account = await ctx.db.account.findUnique({
    where: { email },
    select: { identities: { where: { provider: 'EMAIL' }, select: { id: true } } },
  })
  return account && account.identities.length === 0 ? 'EMAIL_USES_GITHUB' : null
}

/** A GitHub user seen for the first time may enter unless their verified address belongs to an account. */
export async function refuseNewGitHub(ctx: Pick<Ctx, 'db'>, email: string | null): Promise<Refusal | null> {
  if (!email) return null
  const account = await ctx.db.account.findUnique({ where: { email }, select: { id: true } })
  return account ? 'GITHUB_ADDRESS_IN_USE' : null
}
