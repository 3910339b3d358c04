import { decodeJwt } from 'jose'
import type { ClientCtx, Ctx } from '@/lib/context'
import { createSsa } from '@/lib/ssa/create'
import { findSsas } from '@/lib/ssa/find'
import { findSsasSchema } from '@/lib/ssa/request-schema'

/** A new statement of this client: its id and its JWT. */
export async function createFor(client: ClientCtx, body = {}): Promise<{ ssa: string; jti: string }> {
  const { ssa } = await createSsa(client, body)
  return { ssa, jti: String(decodeJwt(ssa).jti) }
}

/** What a client finds. */
export async function findFor(ctx: Ctx, query = {}): Promise<unknown[]> {
  return (await findSsas(ctx, findSsasSchema.parse(query))).list
}
