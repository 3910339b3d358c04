import { describe, expect, it } from 'vitest'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { bearerClient } from '@/lib/testing/bearer'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { INVALID_JTI, refusal, SSA, ssaCalls } from '@/lib/testing/ssa-calls'

const world = testWorld()
const door = testDoor(world)
const { admin, create, post, get, remove, head, validate } = ssaCalls(world, door)

describe('who may call', () => {
  it.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['Basic credentials', { authorization: 'Basic YTpi' }],
    ['ten kilobytes', { authorization: `Bearer ${'a'.repeat(10_000)}` }],
  ])('answers %s with 401 and a challenge', async (_what, headers: Record<string, string>) => {
    const calls = [post(headers, {}), get('', headers), remove('', headers), get('/jwt?jti=x', headers)]
    for (const response of await Promise.all(calls)) {
      expect(response.headers.get('www-authenticate')).toBe('Basic realm="jans-auth", Bearer realm="writ"')
      expect(await refusal(response)).toEqual({
        status: 401,
        error: 'invalid_client',
        error_description: expect.stringMatching(/access token/),
        reason: 'Unable to authenticate client.',
      })
    }
  })

  it('refuses a statement in place of a token', async () => {
    const { ssa } = await create((await admin()).headers)
    const response = await post({ authorization: `Bearer ${ssa}` }, {})
    expect(await refusal(response)).toMatchObject({ status: 401, error: 'invalid_client' })
  })

  it('lets a developer see only what it created, and never an organization another', async () => {
    const { jti } = await create((await admin()).headers)
    const ofDeveloper = await bearerClient(world.owner, 'developer')
    const ofStranger = await bearerClient(world.stranger, 'admin')
    const ofPortal = await bearerClient(world.owner, 'portal')
    const seen = async (headers: Record<string, string>) => (await get(`?jti=${jti}`, headers)).json()
    expect(await seen(ofDeveloper.headers)).toEqual([])
    expect(await seen(ofStranger.headers)).toEqual([])
    expect(await seen(ofPortal.headers)).toHaveLength(1)
    expect((await remove(`?jti=${jti}`, ofStranger.headers)).status).toBe(422)
    expect(await refusal(await get(`/jwt?jti=${jti}`, ofStranger.headers))).toEqual(INVALID_JTI)
  })
})

describe('the SSA endpoint', () => {
  it('answers an unknown path and a wrong verb in its own shape', async () => {
    expect(await refusal(await door.call(`${SSA}/nothing`))).toMatchObject({
      status: 404,
      error: 'not_found',
    })
    const wrong = await door.call(SSA, { method: 'PUT' })
    expect(wrong.headers.get('allow')).toBe('DELETE, GET, HEAD, OPTIONS, POST')
    expect(await refusal(wrong)).toMatchObject({ status: 405, error: 'invalid_request' })
  })

  it('is described, HEAD included', async () => {
    const { paths } = await (await door.call('/openapi.json')).json()
    expect(Object.keys(paths[SSA]).sort()).toEqual(['delete', 'get', 'head', 'post'])
    expect(Object.keys(paths[`${SSA}/validation`])).toEqual(['post'])
    expect(Object.keys(paths[`${SSA}/jwt`])).toEqual(['get'])
  })

  it('is where discovery says, or where operators say', async () => {
    const told = async () =>
      (await (await door.call('/.well-known/openid-configuration')).json()).ssa_endpoint
    expect(await told()).toBe('https://writ.test/jans-auth/restv1/ssa')
    await setSsaConfiguration(world.operator, { ssaEndpoint: 'https://sso.example.com/ssa' })
    expect(await told()).toBe('https://sso.example.com/ssa')
  })

  it('answers everything with 403 once it is turned off', async () => {
    const { headers } = await admin()
    const { jti } = await create(headers, { one_time_use: false })
    await setSsaConfiguration(world.operator, { ssaEnabled: false })
    const calls = [
      post(headers, {}),
      post({}, {}),
      get('', headers),
      remove('', headers),
      get(`/jwt?jti=${jti}`, headers),
      validate(jti),
    ]
    for (const response of await Promise.all(calls)) {
      expect(await refusal(response)).toEqual({
        status: 403,
        error: 'access_denied',
        error_description: 'The SSA endpoint of this installation is turned off.',
        reason: 'Feature flag is disabled on server.',
      })
    }
    expect((await head(jti)).status).toBe(403)
    await setSsaConfiguration(world.operator, { ssaEnabled: true })
    expect((await head(jti)).status).toBe(200)
  })
})
