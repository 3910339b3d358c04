import { beforeAll, describe, expect, it } from 'vitest'
import { revokeSsa } from '@/lib/ssa/revoke'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { basic, bearer, formOf, jsonOf, LICENSE_SCOPES, newStatement } from '@/lib/testing/machine'
import { accessToken, isActive, REGISTER, registerSoftware, TOKEN } from '@/lib/testing/software'

const world = testWorld()
const door = testDoor(world)
type Software = Awaited<ReturnType<typeof registerSoftware>>
let software: Software
let jwt: string

const newSoftware = async (more: object = {}) => {
  const statement = await newStatement(world.owner, { lifetime: 3600 })
  return { ...statement, software: await registerSoftware(door, statement.jwt, more) }
}
const address = ({ client_id }: Software) => `${REGISTER}?client_id=${client_id}`
const own = ({ registration_access_token }: Software) => bearer(registration_access_token)
const read = (of: Software, headers = own(of)) => door.call(address(of), { headers })
const update = (of: Software, body: object) =>
  door.call(address(of), { ...jsonOf({ client_id: of.client_id, ...body }, own(of)), method: 'PUT' })

beforeAll(async () => {
  const made = await newSoftware({ client_name: 'First', redirect_uris: 'https://a.example/' })
  software = made.software
  jwt = made.jwt
})

describe('reading a registration', () => {
  it('tells what registration told, but for the secret and the statement', async () => {
    const { client_secret, software_statement, ...rest } = software
    const response = await read(software)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual(rest)
  })

  it('is found at the address that registration named', async () => {
    const { pathname, search } = new URL(software.registration_client_uri)
    expect(`${pathname}${search}`).toBe(address(software))
  })

  it.each([
    ['no token', () => read(software, {} as never)],
    ["another client's token", async () => read(software, own((await newSoftware()).software))],
    ['an access token', async () => read(software, bearer(await accessToken(door, software)))],
    ['a token that nobody has', () => read(software, bearer('writ_rat_nobody'))],
    ['an unknown client', () => read({ ...software, client_id: crypto.randomUUID() })],
    ['an id that is none', () => read({ ...software, client_id: '%00' })],
  ])('answers %s with 401', async (_name, send) => {
    const response = await send()
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="writ", error="invalid_token"/)
    expect(await response.json()).toMatchObject({ error: 'invalid_token' })
  })

  it('answers 400 without a client_id', async () => {
    const response = await door.call(REGISTER, { headers: own(software) })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'invalid_request' })
  })
})

describe('changing a registration', () => {
  it('puts the new metadata in place of the old, and records both', async () => {
    const { software: mine } = await newSoftware({ client_name: 'First', contacts: ['a@example.org'] })
    const response = await update(mine, { client_name: 'Second', redirect_uris: ['https://b.example/'] })
    expect(response.status).toBe(200)
    const body = await response.json()
    expect(body).toMatchObject({
      client_name: 'Second',
      redirect_uris: ['https://b.example/'],
      lifetime: 3600,
    })
    expect(body).not.toHaveProperty('client_secret')
    expect(body).not.toHaveProperty('contacts')
    expect(await (await read(mine)).json()).toEqual(body)
    const events = await world.db.auditEvent.findMany({ where: { objectId: mine.client_id } })
    expect(events.find(event => event.action === 'client.update')).toMatchObject({
      actorId: mine.client_id,
      before: { name: 'First' },
      after: { name: 'Second' },
    })
    await expect(accessToken(door, mine)).resolves.toBeTruthy()
  })

  it('never widens what the statement allows, nor how long the client lives', async () => {
    const { software: mine } = await newSoftware({ scope: LICENSE_SCOPES[0] })
    world.clock.pass(60)
    const response = await update(mine, {
      scope: `${LICENSE_SCOPES.join(' ')} https://jans.io/auth/ssa.admin`,
      lifetime: 999_999,
      org_id: 'org:other',
      grant_types: ['client_credentials', 'password'],
    })
    expect(await response.json()).toMatchObject({
      scope: LICENSE_SCOPES[0],
      lifetime: 3600,
      client_secret_expires_at: mine.client_secret_expires_at,
      org_id: world.owner.organization.id,
      grant_types: ['client_credentials'],
    })
  })

  it('accepts its own statement, used up or not, and no other', async () => {
    const { jwt: once } = await newStatement(world.owner, { oneTimeUse: true })
    const mine = await registerSoftware(door, once)
    expect((await update(mine, { software_statement: once })).status).toBe(200)
    const other = await update(mine, { software_statement: jwt })
    expect(other.status).toBe(400)
    expect(await other.json()).toEqual({
      error: 'invalid_software_statement',
      error_description: 'The client was registered with another software statement.',
    })
  })

  it('does not accept its own statement once that has expired', async () => {
    const expiresAt = new Date(world.clock.now().getTime() + 60_000)
    const { jwt: short } = await newStatement(world.owner, { expiresAt })
    const mine = await registerSoftware(door, short)
    world.clock.pass(61)
    expect((await update(mine, { software_statement: short })).status).toBe(400)
    expect((await update(mine, { client_name: 'Still here' })).status).toBe(200)
  })

  it.each([
    ['another client_id', { client_id: 'another' }],
    ['a new secret of its own choice', { client_secret: 'mine' }],
    ['members of the server', { client_id_issued_at: 7 }],
    ['bad metadata', { client_name: 7 }],
  ])('refuses %s, and changes nothing', async (_name, body) => {
    const before = await (await read(software)).json()
    const response = await update(software, body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'invalid_client_metadata' })
    expect(await (await read(software)).json()).toEqual(before)
  })

  it('takes the secret along when it is the right one', async () => {
    const { client_secret } = software
    expect((await update(software, { client_secret })).status).toBe(200)
  })
})

describe('deleting a registration', () => {
  it('ends the client, its tokens and its registration at once', async () => {
    const { software: mine } = await newSoftware()
    const token = await accessToken(door, mine)
    const response = await door.call(address(mine), { method: 'DELETE', headers: own(mine) })
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
    expect((await read(mine)).status).toBe(401)
    expect(await isActive(door, software, token)).toBe(false)
    const event = await world.db.auditEvent.findFirst({
      where: { objectId: mine.client_id, action: 'client.delete' },
    })
    expect(event).toMatchObject({ actorId: mine.client_id, organizationId: world.owner.organization.id })
  })
})

describe('revoking the statement', () => {
  it('ends every client that registered with it, their tokens and registrations, at once', async () => {
    const { jti, jwt: shared } = await newStatement(world.owner)
    const [first, second] = [await registerSoftware(door, shared), await registerSoftware(door, shared)]
    const tokens = [await accessToken(door, first), await accessToken(door, second)]
    for (const token of tokens) expect(await isActive(door, software, token)).toBe(true)
    await revokeSsa(world.admin, { jti })
    for (const token of tokens) expect(await isActive(door, software, token)).toBe(false)
    for (const client of [first, second]) {
      expect((await read(client)).status).toBe(401)
      const response = await door.call(TOKEN, formOf({ grant_type: 'client_credentials' }, basic(client)))
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ error: 'invalid_client' })
    }
  })
})

describe('the end of a client', () => {
  it('comes with its lifetime, to the second', async () => {
    const { software: mine } = await newSoftware()
    const token = await accessToken(door, mine)
    world.clock.pass(3600)
    expect(await isActive(door, mine, token).catch(() => 'refused')).toBe('refused')
    expect((await read(mine)).status).toBe(401)
  })
})
