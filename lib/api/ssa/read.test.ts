import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { bearerClient } from '@/lib/testing/bearer'
import { manyLike } from '@/lib/testing/client-ssas'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { INVALID_JTI, refusal, SSA, ssaCalls, UNAUTHORIZED } from '@/lib/testing/ssa-calls'

const world = testWorld()
const door = testDoor(world)
const { admin, create, get, head } = ssaCalls(world, door)

describe('GET /ssa', () => {
  it('answers with the documented list', async () => {
    const { headers, clientId } = await admin()
    const { jti, ssa } = await create(headers, { software_id: 'app', one_time_use: false, rotate_ssa: false })
    const { iat, exp } = decodeJwt(ssa)
    const response = await get(`?jti=${jti}`, headers)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('pragma')).toBe('no-cache')
    expect(await response.json()).toEqual([
      {
        ssa: {
          jti,
          iss: world.owner.issuer,
          iat,
          exp,
          org_id: world.owner.organization.id,
          software_id: 'app',
          software_roles: [],
          grant_types: [],
          description: '',
          one_time_use: false,
          rotate_ssa: false,
        },
        iss: clientId,
        created_at: iat,
        expiration: exp,
        status: 'ACTIVE',
      },
    ])
  })

  it.each(['jti=', 'jti=nothing', 'org_id=', 'org_id=nobody', `org_id=${'a'.repeat(5000)}`])(
    'answers %s with an empty list',
    async query => {
      const { headers } = await admin()
      await create(headers)
      const response = await get(`?${query}`, headers)
      expect([response.status, await response.json()]).toEqual([200, []])
    },
  )

  it.each([
    'status=LOST',
    'org_id=%00',
    'after=x',
    `after=${Buffer.from('["2026-01-01T00:00:00Z","x"]').toString('base64url')}`,
  ])('refuses %s with 400', async query => {
    const { headers } = await admin()
    const response = await get(`?${query}`, headers)
    expect(await refusal(response)).toMatchObject({ status: 400, error: 'invalid_ssa_metadata' })
  })

  it('leads on from a long list, with the same filters, where operators say the endpoint is', async () => {
    const org = await world.newOrganization()
    const { headers } = await bearerClient(org, 'admin')
    await manyLike(org, 1001)
    const query = `?org_id=${org.organization.id}&status=active`
    const next = async () => (await get(query, headers)).headers.get('link')
    expect(await next()).toMatch(
      new RegExp(`^<https://writ\\.test${SSA}\\?org_id=[^&]+&status=active&after=[^>]+>; rel="next"$`),
    )
    await setSsaConfiguration(world.operator, { ssaEndpoint: 'https://sso.example.com/ssa' })
    expect(await next()).toMatch(/^<https:\/\/sso\.example\.com\/ssa\?org_id=/)
    await setSsaConfiguration(world.operator, { ssaEndpoint: null })
  })

  it('tells every statement of a long list once', async () => {
    const org = await world.newOrganization()
    const { headers } = await bearerClient(org, 'admin')
    await manyLike(org, 1001)
    const first = await get('', headers)
    const [, next = ''] =
      /^<https:\/\/writ\.test(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '') ?? []
    const second = await door.call(next, { headers })
    const told: { ssa: { jti: string } }[] = [...(await first.json()), ...(await second.json())]
    expect(new Set(told.map(({ ssa }) => ssa.jti)).size).toBe(1001)
    expect(told).toHaveLength(1001)
    expect(second.headers.get('link')).toBeNull()
  })
})

describe('GET /ssa/jwt', () => {
  it('answers with the bytes that were issued, and uses nothing up', async () => {
    const { headers } = await admin()
    const { jti, ssa } = await create(headers)
    const response = await get(`/jwt?jti=${jti}`, headers)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('pragma')).toBe('no-cache')
    expect(await response.json()).toEqual({ ssa })
    expect((await head(jti)).status).toBe(200)
  })

  it('refuses with 400 what is over or unknown', async () => {
    const { headers } = await admin()
    const expired = await create(headers, { expiration: 1_000_000_000 })
    const used = await create(headers)
    await head(used.jti)
    for (const jti of [expired.jti, used.jti, crypto.randomUUID(), 'x', '']) {
      expect(await refusal(await get(`/jwt?jti=${jti}`, headers))).toEqual(INVALID_JTI)
    }
    expect(await refusal(await get('/jwt', headers))).toEqual(INVALID_JTI)
  })

  it('wants the admin scope', async () => {
    const { jti } = await create((await admin()).headers)
    const { headers } = await bearerClient(world.owner, 'portal', 'developer')
    expect(await refusal(await get(`/jwt?jti=${jti}`, headers))).toEqual(UNAUTHORIZED)
  })
})
