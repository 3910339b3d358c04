import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { newToken, tokenHash } from '@/lib/secrets'
import { type ClientWithSecret, SECRET_PREFIX } from './create'
import type { ClientId } from './schema'
import { tenantOf, VIEW_SELECT, viewOf } from './view'

/** Gives an API client a new secret; the old one stops working at once. Registered software keeps its own. */
export async function rotateClientSecret(ctx: Ctx, { id }: ClientId): Promise<ClientWithSecret> {
  authorize(ctx, 'client:rotate')
  const secret = newToken(SECRET_PREFIX)
  return ctx.db.$transaction(async tx => {
    const [row] = await tx.client.updateManyAndReturn({
      where: { id, ...tenantOf(ctx), kind: 'API' },
      data: { secretHash: tokenHash(secret) },
      select: VIEW_SELECT,
    })
    if (!row) throw notFound('This API client')
    await record(tx, ctx, {
      action: 'client.rotate-secret',
      object: { type: 'client', id, name: row.name },
    })
    return { client: viewOf(row, ctx.clock.now()), secret }
  })
}
