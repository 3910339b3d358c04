import { describe, expect, it } from 'vitest'
import { createInitialAccessToken } from '@/lib/clients/initial-access-token'
import { initialAccessTokenSchema } from '@/lib/clients/schema'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { bearer, jsonOf } from '@/lib/testing/machine'
import { REGISTER } from '@/lib/testing/software'

const world = testWorld()
const door = testDoor(world)
const register = (body: unknown, headers: Record<string, string> = {}) =>
  door.call(REGISTER, jsonOf(body, headers))

describe('registration without a statement', () => {
  it('answers 401 invalid_token with a challenge', async () => {
    const response = await register({ client_name: 'Anybody' })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer realm="writ", error="invalid_token", error_description="Send a software_statement, or an initial access token by the scheme Bearer."',
    )
    expect(await response.json()).toMatchObject({ error: 'invalid_token' })
  })

  it('is open to the holder of an initial access token, as often as the operator said', async () => {
    const input = initialAccessTokenSchema.parse({ scopes: ['reports.read', 'reports.write'], uses: 2 })
    const { token } = await createInitialAccessToken(world.operator, input)
    const first = await register({ client_name: 'Reports' }, bearer(token))
    expect(first.status).toBe(201)
    expect(await first.json()).toMatchObject({ scope: 'reports.read reports.write', client_name: 'Reports' })
    const failed = await register({ client_name: 7 }, bearer(token))
    expect(failed.status).toBe(400)
    const rest = await Promise.all(
      Array.from({ length: 20 }, () => register({ scope: 'reports.read admin' }, bearer(token))),
    )
    const made = rest.filter(response => response.status === 201)
    expect(made).toHaveLength(1)
    expect(await made[0]?.json()).toMatchObject({ scope: 'reports.read' })
    expect(rest.filter(response => response.status === 401)).toHaveLength(19)
  })

  it('ends with the time of the token', async () => {
    const input = initialAccessTokenSchema.parse({ scopes: ['a'], uses: 5, lifetime: 60 })
    const { token, expiresAt } = await createInitialAccessToken(world.operator, input)
    const now = world.clock.now()
    world.clock.set(expiresAt)
    expect((await register({}, bearer(token))).status).toBe(401)
    world.clock.set(now)
    expect((await register({}, bearer(token))).status).toBe(201)
  })

  it('lets none but operators make such tokens', async () => {
    const input = initialAccessTokenSchema.parse({ scopes: ['a'] })
    await expect(createInitialAccessToken(world.owner, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it.each(['{', '', '[]', '7', '"a"', 'null', '['.repeat(100_000)])(
    'answers the body %.20j with 400',
    async body => {
      const response = await door.call(REGISTER, { ...jsonOf({}), body })
      expect(response.status).toBe(400)
      expect(await response.json()).toEqual({
        error: 'invalid_client_metadata',
        error_description: expect.any(String),
      })
    },
  )

  it('answers a form with 400', async () => {
    const response = await door.call(REGISTER, { method: 'POST', body: new URLSearchParams({ a: 'b' }) })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error_description: 'Send the body as application/json.' })
  })
})
