import { describe, expect, it } from 'vitest'
import { revokeSsa } from '@/lib/ssa/revoke'
import { bearerClient } from '@/lib/testing/bearer'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { INVALID_JTI, refusal, SSA, ssaCalls, UNAUTHORIZED } from '@/lib/testing/ssa-calls'

const world = testWorld()
const door = testDoor(world)
const { admin, create, get, head, remove, validate } = ssaCalls(world, door)

describe('HEAD /ssa and POST /ssa/validation', () => {
  it.each([
    ['HEAD', head],
    ['POST', validate],
  ])('%s says 200 without a body, and without a token', async (_method, ask) => {
    const { jti } = await create((await admin()).headers, { one_time_use: false })
    for (let again = 0; again < 2; again++) {
      const response = await ask(jti)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/json')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('pragma')).toBe('no-cache')
      expect(await response.text()).toBe('')
    }
  })

  it('uses a one-time statement up, for one of both ways', async () => {
    const { jti } = await create((await admin()).headers)
    expect((await head(jti)).status).toBe(200)
    expect((await head(jti)).status).toBe(400)
    expect(await refusal(await validate(jti))).toEqual(INVALID_JTI)
    const [audit] = await world.db.auditEvent.findMany({ where: { objectId: jti, action: 'ssa.use' } })
    expect(audit).toMatchObject({ address: '127.0.0.1', actorName: 'Anonymous' })
  })

  it('refuses with 400 what is revoked, by a client or by a person, expired, or unknown', async () => {
    const { headers } = await admin()
    const revoked = await create(headers)
    await remove(`?jti=${revoked.jti}`, headers)
    const byPerson = await create(headers, { one_time_use: false })
    await revokeSsa(world.owner, byPerson)
    const expired = await create(headers, { expiration: 1_000_000_000 })
    for (const jti of [revoked.jti, byPerson.jti, expired.jti, crypto.randomUUID()]) {
      const response = await head(jti)
      expect([response.status, await response.text()]).toEqual([400, ''])
      expect(await refusal(await validate(jti))).toEqual(INVALID_JTI)
    }
  })

  it.each([
    '',
    'x',
    '../../etc/passwd',
    "' OR '1'='1",
    'a'.repeat(8000),
    '00000000-0000-0000-0000-00000000000g',
  ])('refuses the jti %j with 400', async jti => {
    expect((await head(jti)).status).toBe(400)
  })

  it('refuses a request without the header, and one with two', async () => {
    expect((await door.call(SSA, { method: 'HEAD' })).status).toBe(400)
    const { jti } = await create((await admin()).headers, { one_time_use: false })
    const headers: [string, string][] = [
      ['jti', jti],
      ['jti', jti],
    ]
    expect((await door.call(SSA, { method: 'HEAD', headers })).status).toBe(400)
  })

  it('takes no notice of a token', async () => {
    const { jti } = await create((await admin()).headers)
    const headers = { jti, authorization: 'Bearer wrong' }
    expect((await door.call(SSA, { method: 'HEAD', headers })).status).toBe(200)
  })
})

describe('DELETE /ssa', () => {
  it('answers 200 without a body, and 422 the second time', async () => {
    const { headers } = await admin()
    const { jti } = await create(headers)
    const first = await remove(`?jti=${jti}`, headers)
    expect([first.status, await first.text()]).toEqual([200, ''])
    expect(first.headers.get('content-type')).toBe('application/json')
    expect(first.headers.get('cache-control')).toBe('no-store')
    const second = await remove(`?jti=${jti}`, headers)
    expect([second.status, await second.text()]).toEqual([422, ''])
    expect(second.headers.get('content-type')).toBe('application/json')
  })

  it('revokes all of an organization', async () => {
    const org = await world.newOrganization()
    const { headers } = await bearerClient(org, 'admin')
    await create(headers)
    await create(headers)
    expect((await remove(`?org_id=${org.organization.id}`, headers)).status).toBe(200)
    expect(await (await get('', headers)).json()).toEqual([])
    const revoked = await (await get('?status=revoked', headers)).json()
    expect(revoked).toMatchObject([{ status: 'REVOKED' }, { status: 'REVOKED' }])
  })

  it.each(['', '?jti=', '?jti=&org_id=', '?other=1'])(
    'answers %j with 406, before it looks at scopes',
    async query => {
      for (const scope of ['admin', 'portal']) {
        const { headers } = await bearerClient(world.owner, scope)
        const response = await remove(query, headers)
        expect([response.status, await response.text()]).toEqual([406, ''])
        expect(response.headers.get('content-type')).toBe('application/json')
      }
    },
  )

  it.each(['jti=x', `jti=${crypto.randomUUID()}`, 'org_id=nobody', 'org_id=%00'])(
    'answers %s with 422',
    async query => {
      const { headers } = await admin()
      expect((await remove(`?${query}`, headers)).status).toBe(422)
    },
  )

  it('wants the admin scope', async () => {
    const { jti } = await create((await admin()).headers)
    const { headers } = await bearerClient(world.owner, 'portal', 'developer')
    expect(await refusal(await remove(`?jti=${jti}`, headers))).toEqual(UNAUTHORIZED)
  })
})
