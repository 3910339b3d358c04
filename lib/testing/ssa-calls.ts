import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { type BearerClient, bearerClient } from './bearer'
import type { World } from './context'
import type { Door } from './door'

export const SSA = '/jans-auth/restv1/ssa'
const json = { 'content-type': 'application/json' }

type Headers = Record<string, string>

export interface SsaCalls {
  /** A client of the owner's organization with the admin scope. */
  admin(): Promise<BearerClient>
  post(headers: Headers, body: unknown): Promise<Response>
  /** The same with a body that is sent as it is. */
  send(headers: Headers, body: string): Promise<Response>
  /** A new statement of this client: its id and its JWT. */
  create(headers: Headers, body?: object): Promise<{ jti: string; ssa: string }>
  get(path: string, headers: Headers): Promise<Response>
  remove(query: string, headers: Headers): Promise<Response>
  head(jti: string): Promise<Response>
  /** `POST /ssa/validation`. */
  validate(jti: string): Promise<Response>
}

/** The operations of the SSA endpoint over HTTP. */
export function ssaCalls(world: World, door: Door): SsaCalls {
  const send = (headers: Headers, body: string) =>
    door.call(SSA, { method: 'POST', headers: { ...json, ...headers }, body })
  const post = (headers: Headers, body: unknown) => send(headers, JSON.stringify(body))
  return {
    admin: () => bearerClient(world.owner, 'admin'),
    post,
    send,
    async create(headers, body = {}) {
      const response = await post(headers, body)
      expect(response.status).toBe(201)
      const { ssa } = await response.json()
      return { ssa, jti: String(decodeJwt(ssa).jti) }
    },
    get: (path, headers) => door.call(`${SSA}${path}`, { headers }),
    remove: (query, headers) => door.call(`${SSA}${query}`, { method: 'DELETE', headers }),
    head: jti => door.call(SSA, { method: 'HEAD', headers: { jti } }),
    validate: jti => door.call(`${SSA}/validation`, { method: 'POST', headers: { jti } }),
  }
}

/** Status and body of a refusal, whose headers are checked on the way. */
export async function refusal(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { status: response.status, ...(await response.json()) }
}

export const UNAUTHORIZED = {
  status: 401,
  error: 'unauthorized_client',
  error_description: expect.stringMatching(/^You may not do this here/),
  reason: 'Unauthorized client',
}

export const INVALID_JTI = {
  status: 400,
  error: 'invalid_jti',
  error_description: 'A live SSA of this jti was not found.',
  reason: 'Invalid JTI or not exists',
}
