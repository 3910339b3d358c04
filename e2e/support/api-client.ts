import { createClient } from '@/lib/clients/create'
import { createClientSchema } from '@/lib/clients/schema'
import type { Ctx } from '@/lib/context'

export const SSA = '/jans-auth/restv1/ssa'
const TOKEN = '/jans-auth/restv1/token'

/** Headers with an access token of a new platform client that has these scopes, got over HTTP from this server. */
export async function newBearer(ctx: Ctx, server: string, scopes: string[]): Promise<Record<string, string>> {
  const { client, secret } = await createClient(ctx, createClientSchema.parse({ name: 'e2e', scopes }))
  const response = await fetch(`${server}${TOKEN}`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const { access_token: token } = await response.json()
  return { authorization: `Bearer ${token}` }
}

/** The id of a new SSA, made over HTTP. */
export async function newSsa(server: string, headers: Record<string, string>, body = {}): Promise<string> {
  const response = await fetch(`${server}${SSA}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { ssa } = await response.json()
  return JSON.parse(Buffer.from(ssa.split('.')[1], 'base64url').toString()).jti
}
