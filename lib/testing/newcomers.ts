import { randomUUID } from 'node:crypto'
import { createAccount, type NewAccount } from '@/lib/accounts/create'
import type { Ctx } from '@/lib/context'
import type { World } from './context'

/** The context in which people sign in: the system's own, with the address of a browser. */
export function signingIn({ owner }: World): Ctx {
  return { ...owner, actor: { kind: 'system', name: 'sign-in' }, organization: null }
}

/** Input of a first sign-in by e-mail, with an address of its own. */
export function byEmail(email = `${randomUUID()}@example.org`): NewAccount & { email: string } {
  return { name: 'Ada', email, identity: { provider: 'EMAIL', subject: email, login: null } }
}

/** Input of a first sign-in with GitHub. */
export function byGitHub(
  login = `octo-${randomUUID().slice(0, 8)}`,
  email: string | null = null,
): NewAccount {
  const subject = String(Math.trunc(Math.random() * 1e15))
  return { name: login, email, identity: { provider: 'GITHUB', subject, login } }
}

/** Creates the account; gives the context in which its person acts. */
export async function admitted(world: World, input: NewAccount): Promise<{ ctx: Ctx; id: string }> {
  const ctx = signingIn(world)
  const { id, name } = await createAccount(ctx, input)
  return { id, ctx: { ...ctx, actor: { kind: 'user', accountId: id, name, role: null } } }
}
