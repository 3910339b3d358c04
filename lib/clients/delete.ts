import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { ClientId } from './schema'
import { tenantOf } from './view'

/** Deletes an API client or registered software: its secret and its tokens stop working at once. */
export async function deleteClient(ctx: Ctx, { id }: ClientId): Promise<void> {
  authorize(ctx, 'client:delete')
  const where = { id, ...tenantOf(ctx) }
  await ctx.db.$transaction(async tx => {
    const row = await tx.client.findFirst({ where, select: { name: true, scopes: true } })
    const { count } = await tx.client.deleteMany({ where })
    if (!row || count === 0) throw notFound('This client')
    await record(tx, ctx, {
      action: 'client.delete',
      object: { type: 'client', id, name: row.name },
      before: { name: row.name, scopes: row.scopes },
    })
  })
}
