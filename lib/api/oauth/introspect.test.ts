import { decodeJwt } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/clients/create'
import type { Ctx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { basic, bearer, type Credentials, formOf } from '@/lib/testing/machine'
import { accessToken, INTROSPECT, isActive, REVOKE } from '@/lib/testing/software'

const world = testWorld()
const door = testDoor(world)
const SCOPES = ['https://jans.io/auth/ssa.admin', 'https://jans.io/auth/ssa.portal']
let mine: Credentials
let foreign: Credentials
let platform: Credentials

async function clientOf(ctx: Ctx): Promise<Credentials> {
  const { client, secret } = await createClient(ctx, { name: 'Build server', scopes: SCOPES })
  return { client_id: client.id, client_secret: secret }
}
const ask = (fields: Record<string, string>, headers: Record<string, string>) =>
  door.call(INTROSPECT, formOf(fields, headers))
const revoke = (fields: Record<string, string>, headers: Record<string, string>) =>
  door.call(REVOKE, formOf(fields, headers))

beforeAll(async () => {
  mine = await clientOf(world.owner)
  foreign = await clientOf(world.stranger)
  platform = await clientOf(world.operator)
})

describe('introspection', () => {
  it('tells everything about a token of the own organization', async () => {
    const token = await accessToken(door, mine)
    const { jti, iat, exp } = decodeJwt(token)
    const response = await ask({ token }, basic(mine))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({
      active: true,
      iss: 'https://writ.test',
      aud: 'https://writ.test',
      sub: mine.client_id,
      client_id: mine.client_id,
      token_type: 'Bearer',
      scope: SCOPES.join(' '),
      org_id: world.owner.organization.id,
      jti,
      iat,
      exp,
    })
  })

  it('answers a caller with an access token too', async () => {
    const token = await accessToken(door, mine)
    const response = await ask({ token }, bearer(token))
    expect(await response.json()).toMatchObject({ active: true })
    const refused = await ask({ token }, bearer('abc'))
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer /)
  })

  it('tells nothing of a token of another organization, nor of the platform', async () => {
    for (const [caller, owner] of [
      [mine, foreign],
      [mine, platform],
      [platform, mine],
    ] as const) {
      const response = await ask({ token: await accessToken(door, owner) }, basic(caller))
      expect(await response.json()).toEqual({ active: false })
    }
    expect(await isActive(door, platform, await accessToken(door, platform))).toBe(true)
  })

  it('names the scopes that the client still has', async () => {
    const own = await clientOf(world.owner)
    const token = await accessToken(door, own)
    await world.db.client.update({ where: { id: own.client_id }, data: { scopes: [SCOPES[0] ?? ''] } })
    expect(await (await ask({ token }, basic(mine))).json()).toMatchObject({ scope: SCOPES[0] })
  })

  it('says inactive of whatever is no living token of ours', async () => {
    const token = await accessToken(door, mine)
    const tampered = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    for (const text of [tampered, `${token}.a.b`, 'a.b.c', 'abc', mine.client_secret, 'a'.repeat(20_000)]) {
      expect(await isActive(door, mine, text)).toBe(false)
    }
    const now = world.clock.now()
    world.clock.pass(299)
    expect(await isActive(door, mine, token)).toBe(true)
    world.clock.pass(1)
    expect(await isActive(door, mine, token)).toBe(false)
    world.clock.set(now)
  })

  it('wants a token, and a caller that it knows', async () => {
    expect((await ask({}, basic(mine))).status).toBe(400)
    expect((await ask({ token: 'a' }, {})).status).toBe(401)
  })
})

describe('revocation', () => {
  it('takes a token back, and leaves an audit row', async () => {
    const token = await accessToken(door, mine)
    const response = await revoke({ token, token_type_hint: 'refresh_token' }, basic(mine))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
    expect(await isActive(door, mine, token)).toBe(false)
    expect((await ask({ token }, bearer(token))).status).toBe(401)
    const where = { objectId: mine.client_id, action: 'token.revoke' }
    expect(await world.db.auditEvent.findMany({ where })).toMatchObject([
      { actorKind: 'client', actorId: mine.client_id, organizationId: world.owner.organization.id },
    ])
    expect((await revoke({ token }, basic(mine))).status).toBe(200)
    expect(await world.db.auditEvent.count({ where })).toBe(1)
  })

  it('leaves other tokens of the client alone', async () => {
    const [first, second] = [await accessToken(door, mine), await accessToken(door, mine)]
    await revoke({ token: first }, basic(mine))
    expect(await isActive(door, mine, second)).toBe(true)
  })

  it('is content with what is no token', async () => {
    expect((await revoke({ token: 'abc' }, basic(mine))).status).toBe(200)
  })

  it("does not take another client's token", async () => {
    const token = await accessToken(door, foreign)
    const response = await revoke({ token }, basic(mine))
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: 'invalid_request',
      error_description: 'The token is not one of this client.',
    })
    expect(await isActive(door, foreign, token)).toBe(true)
  })

  it('wants a token, and a client that it knows', async () => {
    expect((await revoke({}, basic(mine))).status).toBe(400)
    expect((await revoke({ token: 'a' }, {})).status).toBe(401)
  })
})
