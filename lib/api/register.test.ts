import { generateKeyPairSync } from 'node:crypto'
import { exportJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { getSsa } from '@/lib/ssa/get'
import { ssaHistory } from '@/lib/ssa/history'
import type { IssueSsaFields } from '@/lib/ssa/schema'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { jsonOf, LICENSE_SCOPES, newStatement } from '@/lib/testing/machine'
import { REGISTER, registerSoftware } from '@/lib/testing/software'

const world = testWorld()
const door = testDoor(world)
const statement = (change: Partial<IssueSsaFields> = {}) => newStatement(world.owner, change)
const register = (body: unknown) => door.call(REGISTER, jsonOf(body))
const seconds = () => Math.floor(world.clock.now().getTime() / 1000)

/** The request of an installed Flex, to the letter. */
const flex = (jwt: string) => ({
  software_statement: jwt,
  response_types: 'token',
  redirect_uris: 'https://writ.test',
  client_name: 'admin-ui-license-client-0b9e3f6e-9a1a-4c39-a3f4-1a0c50e0ad02',
})

describe('registration with a statement', () => {
  it('answers a Flex with 201 and everything that is registered', async () => {
    const { jti, jwt } = await statement({ lifetime: 86400 })
    const response = await register(flex(jwt))
    expect(response.status).toBe(201)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const body = await response.json()
    const { softwareId } = await getSsa(world.owner, { jti })
    expect(body).toEqual({
      client_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      client_secret: expect.stringMatching(/^writ_cs_[\w-]{43}$/),
      client_id_issued_at: seconds(),
      client_secret_expires_at: seconds() + 86400,
      registration_access_token: expect.stringMatching(/^writ_rat_[\w-]{43}$/),
      registration_client_uri: `https://writ.test${REGISTER}?client_id=${body.client_id}`,
      client_name: 'admin-ui-license-client-0b9e3f6e-9a1a-4c39-a3f4-1a0c50e0ad02',
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['client_credentials'],
      response_types: ['token'],
      redirect_uris: ['https://writ.test'],
      scope: LICENSE_SCOPES.join(' '),
      org_id: world.owner.organization.id,
      software_id: softwareId,
      lifetime: 86400,
      software_statement: jwt,
    })
  })

  it('keeps the client of the organization, with hashes alone, and an audit row by the software itself', async () => {
    const { jti, jwt } = await statement()
    const made = await registerSoftware(door, jwt)
    const row = await world.db.client.findUniqueOrThrow({ where: { id: made.client_id } })
    expect(row).toMatchObject({
      organizationId: world.owner.organization.id,
      kind: 'REGISTERED',
      name: made.client_id,
      scopes: LICENSE_SCOPES,
      ssaJti: jti,
      expiresAt: null,
      createdAt: world.clock.now(),
    })
    for (const secret of [made.client_secret, made.registration_access_token, jwt]) {
      expect(JSON.stringify(row)).not.toContain(secret)
    }
    const [event] = await world.db.auditEvent.findMany({ where: { objectId: made.client_id } })
    expect(event).toMatchObject({
      action: 'client.register',
      organizationId: world.owner.organization.id,
      actorKind: 'client',
      actorId: made.client_id,
      after: { name: made.client_id, scopes: LICENSE_SCOPES, ssa: jti },
      address: '127.0.0.1',
    })
  })

  it.each([
    [
      'lists, as older installers send them',
      { redirect_uris: ['https://a.example/'], response_types: ['code'] },
    ],
    [
      'the request of Gluu 4',
      {
        redirect_uris: ['https://a.example'],
        grant_types: ['client_credentials'],
        lifetime: 86400,
        client_name: 'mbclient',
      },
    ],
    ['a request for other grant types', { grant_types: ['authorization_code', 'implicit'] }],
    ['members that nobody knows', { evidence: { deep: [1, 2] }, id_token_signed_response_alg: 'RS256' }],
    ['empty and null members', { client_name: '', redirect_uris: null, scope: '' }],
  ])('takes %s', async (_name, more) => {
    const made = await registerSoftware(door, (await statement()).jwt, more)
    expect(made.grant_types).toEqual(['client_credentials'])
  })

  it.each(['\n', ' \r\n\t', '\n\n'])(
    'takes a statement that ends in %j, and returns it as it came',
    async end => {
      const jwt = `${(await statement()).jwt}${end}`
      const made = await registerSoftware(door, jwt)
      expect(made.software_statement).toBe(jwt)
    },
  )

  it('lets claims win over the request, and the request never widen them', async () => {
    const { jwt } = await statement({ lifetime: 60, softwareId: 'Mine' })
    const made = await registerSoftware(door, jwt, {
      lifetime: 999_999,
      software_id: 'Another',
      org_id: world.stranger.organization.id,
      scope: `${LICENSE_SCOPES[0]} https://jans.io/auth/ssa.admin`,
      software_roles: ['everything'],
      client_secret: 'mine',
      client_id: 'mine',
    })
    expect(made).toMatchObject({
      lifetime: 60,
      client_secret_expires_at: seconds() + 60,
      software_id: 'Mine',
      org_id: world.owner.organization.id,
      scope: LICENSE_SCOPES[0],
      client_secret: expect.stringMatching(/^writ_cs_/),
    })
    expect(made.client_id).not.toBe('mine')
  })

  it('gives the scopes that operators have mapped to the roles by now', async () => {
    await setSsaConfiguration(world.operator, {
      ssaMapSoftwareRolesToScopes: {
        license: LICENSE_SCOPES,
        reports: ['reports.read', LICENSE_SCOPES[0] ?? ''],
      },
    })
    const { jwt } = await statement({ softwareRoles: ['license', 'reports'] })
    expect((await registerSoftware(door, jwt)).scope).toBe([...LICENSE_SCOPES, 'reports.read'].join(' '))
  })

  it('uses a one-time statement up, and records by whom', async () => {
    const { jti, jwt } = await statement({ oneTimeUse: true })
    const made = await registerSoftware(door, jwt)
    expect(await getSsa(world.owner, { jti })).toMatchObject({ status: 'USED', usedAt: world.clock.now() })
    const [latest] = await ssaHistory(world.viewer, { jti })
    expect(latest).toMatchObject({ action: 'ssa.use', actorName: made.client_id })
    const again = await register(flex(jwt))
    expect(again.status).toBe(400)
    expect(await again.json()).toEqual({
      error: 'invalid_software_statement',
      error_description: 'The software statement was for one use, and was used.',
    })
  })

  it('burns nothing when it fails', async () => {
    const { jti, jwt } = await statement({ oneTimeUse: true })
    const failed = await register({ ...flex(jwt), redirect_uris: ['not an address'] })
    expect(failed.status).toBe(400)
    expect(await failed.json()).toEqual({
      error: 'invalid_redirect_uri',
      error_description: 'redirect_uris.0: Give an absolute address without a fragment.',
    })
    expect(await getSsa(world.owner, { jti })).toMatchObject({ status: 'ACTIVE' })
    expect(await world.db.client.count({ where: { ssaJti: jti } })).toBe(0)
    await registerSoftware(door, jwt)
  })

  it('lets one of fifty at once have a one-time statement', async () => {
    const { jti, jwt } = await statement({ oneTimeUse: true })
    const answers = await Promise.all(Array.from({ length: 50 }, () => register(flex(jwt))))
    const statuses = answers.map(answer => answer.status)
    expect(statuses.filter(status => status === 201)).toHaveLength(1)
    expect(statuses.filter(status => status === 400)).toHaveLength(49)
    expect(await world.db.client.count({ where: { ssaJti: jti } })).toBe(1)
  })

  it('takes keys for private_key_jwt, and then gives no secret', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'a' }] }
    const response = await register({
      ...flex((await statement()).jwt),
      token_endpoint_auth_method: 'private_key_jwt',
      jwks,
    })
    expect(response.status).toBe(201)
    const body = await response.json()
    expect(body).toMatchObject({ token_endpoint_auth_method: 'private_key_jwt', jwks })
    expect(body).not.toHaveProperty('client_secret')
  })

  it('calls a wrong verb and a large body wrong requests: nobody has read the metadata', async () => {
    const wrong = await door.call(REGISTER, { method: 'PATCH' })
    expect([wrong.status, (await wrong.json()).error]).toEqual([405, 'invalid_request'])
    const large = await register({ software_statement: 'a'.repeat(200_000) })
    expect([large.status, (await large.json()).error]).toEqual([413, 'invalid_request'])
  })

  it('is not led astray by members named __proto__', async () => {
    const { jwt } = await statement()
    const body = `{"software_statement":"${jwt}","__proto__":{"lifetime":5,"client_name":"evil"},"constructor":{"prototype":{"a":1}}}`
    const response = await door.call(REGISTER, { ...jsonOf({}), body })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ client_secret_expires_at: 0 })
    expect(({} as { lifetime?: number }).lifetime).toBeUndefined()
  })
})
