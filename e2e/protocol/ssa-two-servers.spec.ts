import { newBearer, newSsa, SSA } from '../support/api-client'
import { newDatabaseBeside } from '../support/database'
import { expect, test } from '../support/test'
import { startWrit, writ } from '../support/writ'

const ADMIN = ['https://jans.io/auth/ssa.admin']
const CALLS = 200

const validate = (server: string, jti: string) =>
  fetch(`${server}${SSA}`, { method: 'HEAD', headers: { jti } })

test.describe('two servers on one database', () => {
  test('let exactly one of 200 parallel validations use a one-time SSA', async ({ installation, second }) => {
    const first = installation.ctx.issuer
    const headers = await newBearer(installation.ctx, first, ADMIN)
    const jti = await newSsa(first, headers)
    const servers = [first, second.local]
    const answers = await Promise.all(
      Array.from({ length: CALLS }, (_, n) => validate(servers[n % 2] ?? '', jti)),
    )
    const statuses = answers.map(answer => answer.status).sort()
    expect(statuses).toEqual([200, ...Array(CALLS - 1).fill(400)])
    const row = await installation.db.ssa.findUniqueOrThrow({ where: { jti } })
    expect(row.status).toBe('USED')
    const burns = await installation.db.auditEvent.count({ where: { objectId: jti, action: 'ssa.use' } })
    expect(burns).toBe(1)
  })

  test('refuse on both what was revoked on one, at the next request', async ({ installation, second }) => {
    const first = installation.ctx.issuer
    const headers = await newBearer(installation.ctx, first, ADMIN)
    const jti = await newSsa(first, headers, { one_time_use: false })
    expect((await validate(second.local, jti)).status).toBe(200)
    const revoked = await fetch(`${first}${SSA}?jti=${jti}`, { method: 'DELETE', headers })
    expect(revoked.status).toBe(200)
    for (const server of [second.local, first]) {
      expect((await validate(server, jti)).status).toBe(400)
      expect((await fetch(`${server}${SSA}/jwt?jti=${jti}`, { headers })).status).toBe(400)
      expect(await (await fetch(`${server}${SSA}?jti=${jti}`, { headers })).json()).toEqual([])
      expect((await fetch(`${server}${SSA}?jti=${jti}`, { method: 'DELETE', headers })).status).toBe(422)
    }
  })
})

test('every check is counted, on whichever server, to the last before they end', async ({ installation }) => {
  const settings = { ...installation.settings, WRIT_URL: installation.ctx.issuer }
  const servers = await Promise.all([startWrit(settings), startWrit(settings)])
  const headers = await newBearer(installation.ctx, installation.ctx.issuer, ADMIN)
  const jti = await newSsa(installation.ctx.issuer, headers, { one_time_use: false })
  const check = (n: number) => validate(servers[n % 2]?.local ?? '', jti)
  await Promise.all(Array.from({ length: CALLS }, (_, n) => check(n)))
  await fetch(`${installation.ctx.issuer}${SSA}?jti=${jti}`, { method: 'DELETE', headers })
  await Promise.all([check(0), check(1)])
  await Promise.all(servers.map(server => server.stop()))
  const counted = await installation.db.ssaCheck.findUniqueOrThrow({ where: { jti } })
  expect(counted).toMatchObject({ times: BigInt(CALLS + 2), refused: 2n })
})

test('a change of the configuration reaches every server within two seconds', async ({ installation }) => {
  const database = await newDatabaseBeside(installation.settings.DATABASE_URL)
  const settings = { ...installation.settings, DATABASE_URL: database.url }
  const servers = [await startWrit(settings), await startWrit(settings)]
  const statuses = () =>
    Promise.all(servers.map(async ({ url }) => (await validate(url, crypto.randomUUID())).status))
  /** Asks until all say so: none that is asked two seconds after the change, or later, says anything else. */
  const expectSoon = async (status: number) => {
    const changed = performance.now()
    for (;;) {
      const asked = performance.now()
      const told = await statuses()
      if (told.every(one => one === status)) return
      expect(asked - changed, `milliseconds after which it was asked for ${told}`).toBeLessThan(2000)
    }
  }
  expect(await statuses()).toEqual([400, 400])
  const shell = { ...settings, WRIT_DATA: servers[0]?.data ?? '' }
  await writ(shell, 'config', 'set', 'ssaEnabled', 'false')
  await expectSoon(403)
  await writ(shell, 'config', 'set', 'ssaEnabled', 'true')
  await expectSoon(400)
  await expect(writ(shell, 'config', 'set', 'ssaExpirationInDays', '0')).rejects.toThrow(/At least one day/)
  await Promise.all(servers.map(server => server.stop()))
  await database.stop()
})
