import { decodeJwt } from 'jose'
import type { ClientCtx, Ctx, OrgCtx } from '@/lib/context'
import { createSsa } from '@/lib/ssa/create'
import { findSsas } from '@/lib/ssa/find'
import { findSsasSchema } from '@/lib/ssa/request-schema'
import { apiClient } from './api-client'

/** A new statement of this client: its id and its JWT. */
export async function createFor(client: ClientCtx, body = {}): Promise<{ ssa: string; jti: string }> {
  const { ssa } = await createSsa(client, body)
  return { ssa, jti: String(decodeJwt(ssa).jti) }
}

/** What a client finds. */
export async function findFor(ctx: Ctx, query = {}): Promise<unknown[]> {
  return (await findSsas(ctx, findSsasSchema.parse(query))).list
}

/** That many live statements of this organization, all alike but for their ids. */
export async function manyLike(org: OrgCtx, count: number, description = ''): Promise<void> {
  const { jti } = await createFor(apiClient(org, 'admin'), { software_id: 'one of many', description })
  await org.db.$executeRaw`
    INSERT INTO ssa SELECT (jsonb_populate_record(ssa, jsonb_build_object('jti', gen_random_uuid()))).*
    FROM ssa, generate_series(2, ${count}::int) WHERE jti = ${jti}::uuid`
}
