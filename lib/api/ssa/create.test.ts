import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { publishedKeys } from '@/lib/keys/published'
import { bearerClient } from '@/lib/testing/bearer'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { refusal, ssaCalls, UNAUTHORIZED } from '@/lib/testing/ssa-calls'

const world = testWorld()
const door = testDoor(world)
const { admin, create, post, send } = ssaCalls(world, door)

describe('POST /ssa', () => {
  it('answers 201 with the JWT alone, never stored by caches', async () => {
    const { headers } = await admin()
    const response = await post(headers, { software_id: 'gluu-scan-api', lifetime: 600 })
    expect(response.status).toBe(201)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('pragma')).toBe('no-cache')
    const body = await response.json()
    expect(Object.keys(body)).toEqual(['ssa'])
    const keys = createLocalJWKSet(await publishedKeys(world.db, world.clock))
    const { payload } = await jwtVerify(body.ssa, keys, { typ: 'JWT', algorithms: ['RS256'] })
    expect(payload).toMatchObject({ software_id: 'gluu-scan-api', org_id: world.owner.organization.id })
  })

  it('looks at the scopes of the client, not at those of the token', async () => {
    const portal = await bearerClient(world.owner, 'portal')
    expect(await refusal(await post(portal.headers, {}))).toEqual(UNAUTHORIZED)
  })

  it('tells broken JSON before a missing scope, and wrong metadata after it', async () => {
    const { headers } = await bearerClient(world.owner, 'developer')
    const broken = await send(headers, '{"a"')
    expect(await refusal(broken)).toMatchObject({ status: 400, error: 'invalid_ssa_metadata' })
    expect(await refusal(await post(headers, { lifetime: 0 }))).toEqual(UNAUTHORIZED)
  })

  it.each([
    [{ lifetime: 0 }, /^lifetime: /],
    [{ lifetime: -1 }, /^lifetime: /],
    [{ lifetime: 1e12 }, /^lifetime: /],
    [{ lifetime: 'abc' }, /^lifetime: /],
    [{ expiration: 'abc' }, /^expiration: /],
    [{ org_id: {} }, /^org_id: /],
    [{ org_id: 'somebody else' }, /only/],
    [{ software_id: 5 }, /^software_id: /],
    [{ software_roles: [null] }, /^software_roles/],
    [{ one_time_use: 'true' }, /^one_time_use: /],
    [{ description: 'a\0b' }, /./],
    [[], /./],
    [null, /./],
    ['text', /./],
  ])('refuses %j with 400 and says what is wrong', async (body, description) => {
    const { headers } = await admin()
    expect(await refusal(await post(headers, body))).toEqual({
      status: 400,
      error: 'invalid_ssa_metadata',
      error_description: expect.stringMatching(description),
      reason: 'Invalid SSA Metadata',
    })
  })

  it.each([
    ['no body', ''],
    ['half of it', '{"software_id":'],
    ['depth', `${'{"a":'.repeat(50_000 / 5)}1${'}'.repeat(50_000 / 5)}`],
  ])('refuses %s with 400', async (_what, body) => {
    const { headers } = await admin()
    const response = await send(headers, body)
    expect(await refusal(response)).toMatchObject({ status: 400, error: 'invalid_ssa_metadata' })
  })

  it('refuses another content type with 400', async () => {
    const { headers } = await admin()
    const response = await send({ ...headers, 'content-type': 'text/xml' }, '{}')
    expect(await refusal(response)).toMatchObject({ status: 400, error: 'invalid_ssa_metadata' })
  })

  it('answers a body of 50 MB with 413, and goes on', async () => {
    const { headers } = await admin()
    const body = 'x'.repeat(50 * 1024 * 1024)
    const response = await send(headers, body)
    expect(await refusal(response)).toMatchObject({ status: 413, error: 'invalid_request' })
    await create(headers)
  })

  it('is not led by __proto__', async () => {
    const { headers } = await admin()
    const body = '{"__proto__":{"lifetime":5},"constructor":{"prototype":{"lifetime":5}}}'
    const response = await send(headers, body)
    expect(decodeJwt((await response.json()).ssa)).not.toHaveProperty('lifetime')
  })
})
