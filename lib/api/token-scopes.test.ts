import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SCOPES } from '@/lib/access/scopes'
import { createClient } from '@/lib/clients/create'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { bearer, type Credentials, jsonOf } from '@/lib/testing/machine'
import { accessToken } from '@/lib/testing/software'
import { refusal, SSA, ssaCalls, UNAUTHORIZED } from '@/lib/testing/ssa-calls'

const world = testWorld()
const door = testDoor(world)
const { create, post, get, remove } = ssaCalls(world, door)
const [ADMIN, PORTAL, DEVELOPER] = ['admin', 'portal', 'developer'].map(
  name => `https://jans.io/auth/ssa.${name}`,
)
let client: Credentials

/** The headers of a new token of a client that has every scope there is, asked for with these. */
async function asking(...scopes: (string | undefined)[]) {
  return bearer(await accessToken(door, client, scopes.join(' ') || undefined))
}

beforeAll(async () => {
  // Members may not give all of them.
  const maker = { ...world.owner, actor: { kind: 'system' as const, name: 'test' } }
  const made = await createClient(maker, { name: 'Everything', scopes: Object.keys(SCOPES) })
  client = { client_id: made.client.id, client_secret: made.secret }
})

describe('a token opens what it was asked for', () => {
  it('all that its client may, when it was asked for without scope', async () => {
    const { jti } = await create(await asking())
    expect((await get(`/jwt?jti=${jti}`, await asking())).status).toBe(200)
    expect((await remove(`?jti=${jti}`, await asking())).status).toBe(200)
  })

  it('no more than its own scopes, whatever else its client may', async () => {
    const { jti } = await create(await asking(ADMIN))
    const reading = await asking(PORTAL)
    expect(await (await get(`?jti=${jti}`, reading)).json()).toHaveLength(1)
    expect(await refusal(await post(reading, {}))).toEqual({
      ...UNAUTHORIZED,
      error_description: 'You may not do this here: create SSAs.',
    })
    expect(await refusal(await get(`/jwt?jti=${jti}`, reading))).toEqual(UNAUTHORIZED)
    expect(await refusal(await remove(`?jti=${jti}`, reading))).toEqual(UNAUTHORIZED)
  })

  it('what its client created, when it was asked for as a developer’s', async () => {
    const other = await createClient(world.owner, { name: 'Other', scopes: [ADMIN ?? ''] })
    const token = await accessToken(door, { client_id: other.client.id, client_secret: other.secret })
    const { jti } = await create(bearer(token))
    const own = await create(await asking())
    const developer = await asking(DEVELOPER)
    expect(await (await get(`?jti=${jti}`, developer)).json()).toEqual([])
    expect(await (await get(`?jti=${own.jti}`, developer)).json()).toHaveLength(1)
  })

  it('nothing that its client has lost since', async () => {
    const made = await createClient(world.owner, { name: 'Demoted', scopes: [ADMIN ?? '', PORTAL ?? ''] })
    const token = bearer(await accessToken(door, { client_id: made.client.id, client_secret: made.secret }))
    const { jti } = await create(token)
    await world.db.client.update({ where: { id: made.client.id }, data: { scopes: [PORTAL ?? ''] } })
    expect(await refusal(await post(token, {}))).toEqual(UNAUTHORIZED)
    expect(await (await get(`?jti=${jti}`, token)).json()).toHaveLength(1)
  })
})

const operation = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.unknown())).default([]),
})
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })

/** Method and path of every operation that an access token alone opens. */
async function bearerOperations(): Promise<[string, string][]> {
  const { paths } = documentSchema.parse(await (await door.call('/openapi.json')).json())
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security }]) => security.length > 0 && security.every(way => 'accessToken' in way))
      .map(([method]): [string, string] => [method.toUpperCase(), path]),
  )
}

it('no operation of the door opens for a token without its scope, be its client allowed everything', async () => {
  const operations = await bearerOperations()
  expect(operations.length).toBeGreaterThan(15)
  const headers = { ...(await asking('openid')), 'idempotency-key': randomUUID() }
  const { id } = world.owner.organization
  // What each of them needs, so that the scope alone is wrong: a new operation adds its own.
  const license = { licenseKey: 'AAAA-BBBB-CCCC-DDDD', hardwareId: id, productCode: 'adminui001' }
  const use = { month: '2026-11', mau: 5 }
  const body = { ...license, org_id: id, product: 'typekey', quantity: 1, ...use, reports: [use] }
  for (const [method, path] of operations) {
    const init = method === 'GET' || method === 'DELETE' ? { headers } : jsonOf(body, headers)
    const query = `?jti=${randomUUID()}&org_id=${id}`
    const response = await door.call(`${path}${query}`, { ...init, method })
    const { error, reason } = await response.json()
    expect([method, path, error ?? reason]).toEqual([
      method,
      path,
      path.startsWith(SSA) ? 'unauthorized_client' : 'INSUFFICIENT_SCOPE',
    ])
  }
})
