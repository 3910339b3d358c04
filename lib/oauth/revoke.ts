import { record } from '@/lib/audit/record'
import type { ClientRow } from '@/lib/clients/hot'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { readAccessToken } from './access-token'

/**
 * Takes an access token of this client back, for every process at once (RFC 7009). What is no token of ours, or over
 * already, needs nothing (§2.2). INVALID for another client's.
 */
export async function revokeToken(ctx: Ctx, client: ClientRow, token: string): Promise<void> {
  const claims = await readAccessToken(ctx, token)
  if (!claims) return
  if (claims.client_id !== client.id) throw new AppError('INVALID', 'The token is not one of this client.')
  const { jti } = claims
  await ctx.db.$transaction(async tx => {
    const { count } = await tx.revokedToken.createMany({
      data: { jti, expiresAt: new Date(claims.exp * 1000) },
      skipDuplicates: true,
    })
    if (count === 0) return
    await record(tx, asClient(ctx, client), {
      action: 'token.revoke',
      object: { type: 'client', id: client.id, name: client.name },
      organizationId: client.organizationId,
    })
  })
}

function asClient(ctx: Ctx, { id, name, scopes }: ClientRow): Ctx {
  return { ...ctx, actor: { kind: 'client', clientId: id, name, scopes } }
}
