import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { ownAccountId } from './person'
import type { SignInMethod } from './schema'

export interface AccountDetails {
  name: string
  email: string | null
  createdAt: Date
  methods: { provider: SignInMethod; login: string | null; createdAt: Date }[]
}

/** The person's own account with its ways to sign in, the oldest first. */
export async function showAccount(ctx: Ctx): Promise<AccountDetails> {
  const found = await ctx.db.account.findUnique({
    where: { id: ownAccountId(ctx) },
    select: {
      name: true,
      email: true,
      createdAt: true,
      identities: {
        orderBy: { createdAt: 'asc' },
        select: { provider: true, login: true, createdAt: true },
      },
    },
  })
  if (!found) throw notFound('Your account')
  const { identities: methods, ...account } = found
  return { ...account, methods }
}
