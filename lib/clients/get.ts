import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { ClientId } from './schema'
import { type ClientView, tenantOf, VIEW_SELECT, viewOf } from './view'

/** One client of the organization, or of the platform. NOT_FOUND for any other. */
export async function getClient(ctx: Ctx, { id }: ClientId): Promise<ClientView> {
  authorize(ctx, 'client:read')
  const row = await ctx.db.client.findFirst({ where: { id, ...tenantOf(ctx) }, select: VIEW_SELECT })
  if (!row) throw notFound('This client')
  return viewOf(row, ctx.clock.now())
}
