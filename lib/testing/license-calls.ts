import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { issueSsa } from '@/lib/ssa/issue'
import { revealSsa } from '@/lib/ssa/reveal'
import { issueSsaSchema } from '@/lib/ssa/schema'
import type { Door } from './door'
import { LICENSE_SCOPE } from './licensing'

const BASE = '/jans-auth/restv1'

export interface LicenseCalls {
  clientId: string
  /** The Authorization header of a new access token. */
  bearer(scope?: string): Promise<{ authorization: string }>
  /** A POST of JSON with a new token, under the current prefix unless the path is a whole one. */
  post(path: string, body: unknown): Promise<Response>
  get(path: string): Promise<Response>
}

/** The JWT of a new statement that this person issues. */
export async function newStatement(ctx: OrgCtx): Promise<string> {
  const { jti } = await issueSsa(ctx, issueSsaSchema.parse({ softwareId: randomUUID() }))
  return (await revealSsa(ctx, { jti })).jwt
}

/** Installed software that registers over HTTP with a statement, and calls the license API with a token for each call. */
export async function licenseCalls(door: Door, statement: string): Promise<LicenseCalls> {
  const registered = await door.call(`${BASE}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ software_statement: statement, redirect_uris: 'https://writ.test' }),
  })
  expect(registered.status).toBe(201)
  const { client_id: clientId, client_secret: secret } = await registered.json()
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString(
    'base64',
  )
  const bearer = async (scope = LICENSE_SCOPE) => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', scope, client_id: clientId })
    const headers = { authorization: `Basic ${basic}` }
    const response = await door.call(`${BASE}/token`, { method: 'POST', headers, body })
    expect(response.status).toBe(200)
    return { authorization: `Bearer ${(await response.json()).access_token}` }
  }
  const whole = (path: string) => (path.startsWith('/') ? path : `/v1/license/${path}`)
  return {
    clientId,
    bearer,
    async post(path, body) {
      const headers = { ...(await bearer()), 'content-type': 'application/json; charset=UTF-8' }
      return door.call(whole(path), { method: 'POST', headers, body: JSON.stringify(body) })
    },
    get: async path => door.call(whole(path), { headers: await bearer() }),
  }
}
