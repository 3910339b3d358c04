import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { newToken, tokenHash } from '@/lib/secrets'
import type { InitialAccessTokenInput } from './schema'

interface Made {
  /** Shown this once. */
  token: string
  expiresAt: Date
}

/** Makes a token that lets software without a statement register (RFC 7591 §3), so often and so long. */
export async function createInitialAccessToken(
  ctx: Ctx,
  { scopes, uses, lifetime }: InitialAccessTokenInput,
): Promise<Made> {
  authorize(ctx, 'client:enroll')
  const token = newToken('writ_iat_')
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + lifetime * 1000)
  await ctx.db.$transaction(async tx => {
    const { id } = await tx.initialAccessToken.create({
      data: {
        tokenHash: tokenHash(token),
        scopes,
        usesLeft: uses,
        expiresAt,
        createdAt,
        createdBy: ctx.actor.name,
      },
      select: { id: true },
    })
    await record(tx, ctx, {
      action: 'client.enroll',
      object: { type: 'initial-access-token', id, name: 'initial access token' },
      organizationId: null,
      after: { scopes, uses, expiresAt: expiresAt.toISOString() },
    })
  })
  return { token, expiresAt }
}
