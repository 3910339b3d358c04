import { createClient } from '@/lib/clients/create'
import { createClientSchema } from '@/lib/clients/schema'
import { systemClock } from '@/lib/clock'
import type { Ctx } from '@/lib/context'
import { issueAccessToken } from '@/lib/oauth/access-token'

export interface BearerClient {
  clientId: string
  /** For `fetch`: the Authorization header of an access token of the client. */
  headers: { authorization: string }
}

/** A new API client, stored, that `maker` made with these `ssa.*` scopes, and a token of it with all of them. */
export async function bearerClient(maker: Ctx, ...names: string[]): Promise<BearerClient> {
  const scopes = names.map(name => `https://jans.io/auth/ssa.${name}`)
  const { client } = await createClient(maker, createClientSchema.parse({ name: 'Bearer', scopes }))
  const token = await issueAccessToken({ ...maker, clock: systemClock }, client.id, scopes)
  return { clientId: client.id, headers: { authorization: `Bearer ${token}` } }
}
