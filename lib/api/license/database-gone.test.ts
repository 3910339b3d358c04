import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '@/lib/db'
import { setRuntime } from '@/lib/runtime'
import { testWorld } from '@/lib/testing/context'
import { type Cuttable, cuttable } from '@/lib/testing/cuttable'
import { testDoor } from '@/lib/testing/door'
import { type LicenseCalls, licenseCalls, newStatement } from '@/lib/testing/license-calls'
import { enterprise, newSales } from '@/lib/testing/licensing'

const world = testWorld()
const door = testDoor(world)
/** Milliseconds: before any time limit of ours is over, on a busy machine too. */
const AT_ONCE = 4500
const UNAVAILABLE = { code: 503, message: expect.any(String), reason: 'TEMPORARILY_UNAVAILABLE' }

let line: Cuttable
let behind: Database
let calls: LicenseCalls
let body: { licenseKey: string; hardwareId: string }
let headers: { authorization: string; 'content-type': string }

beforeAll(async () => {
  const org = await world.newOrganization()
  const { key } = await enterprise(await newSales(world), org)
  calls = await licenseCalls(door, await newStatement(org))
  body = { licenseKey: key, hardwareId: org.organization.id }
  line = await cuttable(String(world.pool.options.connectionString))
  behind = openDatabase(line.url, () => {})
  setRuntime({ ...world, ...behind, issuer: org.issuer, secrets: org.secrets })
  headers = { ...(await calls.bearer()), 'content-type': 'application/json' }
})
afterAll(async () => {
  await behind.close()
  await line.close()
})

const post = (path: string) =>
  door.call(`/v1/license/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })

/** Status and body of a call, and the milliseconds that it took. */
async function timed(answer: Promise<Response>) {
  const start = performance.now()
  const response = await answer
  const told = { status: response.status, body: await response.json(), took: performance.now() - start }
  return { ...told, retryAfter: response.headers.get('retry-after') }
}

/** Holds the table until `during` is done, so that requests are under way in the database. */
async function whileLocked(during: () => Promise<void>): Promise<void> {
  const client = await world.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE license IN ACCESS EXCLUSIVE MODE')
    await during()
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** Resolves when so many connections wait for a lock. */
async function waiting(count: number): Promise<void> {
  const text = `SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  await expect.poll(async () => (await world.pool.query(text)).rows[0]?.waiting).toBe(count)
}

describe('when the database is gone', () => {
  it.each(['isActive', 'activate', 'trial'])(
    'in the middle of %s, that is told at once, and all is well after',
    async path => {
      await whileLocked(async () => {
        const underWay = post(path)
        await waiting(1)
        line.cut()
        const { status, body: told, retryAfter, took } = await timed(underWay)
        expect([status, told, retryAfter]).toEqual([503, UNAVAILABLE, '2'])
        expect(took).toBeLessThan(AT_ONCE)
      })
      const meanwhile = await timed(post(path))
      expect([meanwhile.status, meanwhile.body]).toEqual([503, UNAVAILABLE])
      expect(meanwhile.took).toBeLessThan(AT_ONCE)
      line.mend()
      expect((await post(path)).status).toBe(200)
    },
  )

  it('the token endpoint says so in its own shape', async () => {
    const authorization = `Basic ${Buffer.from(`${crypto.randomUUID()}:secret`).toString('base64')}`
    const form = new URLSearchParams({ grant_type: 'client_credentials' })
    line.cut()
    const response = await door.call('/jans-auth/restv1/token', {
      method: 'POST',
      headers: { authorization },
      body: form,
    })
    line.mend()
    expect([response.status, await response.json()]).toEqual([
      503,
      { error: 'temporarily_unavailable', error_description: expect.any(String) },
    ])
  })

  it('no request hangs with a server that says nothing', async () => {
    // On a connection that works.
    expect((await post('isActive')).status).toBe(200)
    line.freeze()
    const told = await timed(post('isActive'))
    expect([told.status, told.body]).toEqual([503, UNAVAILABLE])
    expect(told.took).toBeLessThan(30_000)
    line.mend()
    expect((await post('isActive')).status).toBe(200)
  })
})
