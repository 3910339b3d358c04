import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { tokenHash } from '@/lib/secrets'

const LONGEST_USER_AGENT = 400

export interface NewSession {
  accountId: string
  token: string
  expiresAt: Date
  userAgent: string | null
  /** The token of the session that this browser had until now, which ends here. */
  replaces: string | null
}

/** Signs a browser in. Only the token's hash is stored. */
export async function startSession(ctx: Ctx, input: NewSession): Promise<void> {
  authorize(ctx, 'account:admit')
  const { accountId, token, expiresAt, userAgent, replaces } = input
  const now = ctx.clock.now()
  await ctx.db.$transaction(async tx => {
    if (replaces) await tx.session.deleteMany({ where: { tokenHash: tokenHash(replaces) } })
    const { account } = await tx.session.create({
      data: {
        accountId,
        expiresAt,
        tokenHash: tokenHash(token),
        createdAt: now,
        lastSeenAt: now,
        userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
        address: ctx.address,
      },
      select: { account: { select: { name: true } } },
    })
    const actor = { kind: 'user' as const, accountId, name: account.name, role: null }
    const object = { type: 'account', id: accountId, name: account.name }
    await record(tx, { ...ctx, actor }, { action: 'session.start', object })
  })
}
