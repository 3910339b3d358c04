import { beforeAll, expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { licenseCalls, newStatement } from '@/lib/testing/license-calls'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { type OwnPostgres, startOwnPostgres } from '@/lib/testing/own-postgres'

let postgres: OwnPostgres
const world = testWorld(async () => {
  postgres = await startOwnPostgres()
  return postgres
})
const door = testDoor(world)

// Every call that fails is logged, which nobody wants to read here.
beforeAll(() => void vi.spyOn(log, 'error').mockImplementation(() => {}))

const GONE = {
  code: 503,
  message: 'The database cannot be reached just now. Try again in a moment.',
  reason: 'TEMPORARILY_UNAVAILABLE',
}
/** Milliseconds: before any time limit of ours is over, on a busy machine too. */
const SOON = 4500
const AT_ONCE = 6

it('a PostgreSQL that is killed amid license calls is told at once, and found again without a restart', async () => {
  const org = await world.newOrganization()
  const { key: licenseKey } = await enterprise(await newSales(world), org)
  const { bearer } = await licenseCalls(door, await newStatement(org))
  const headers = { ...(await bearer()), 'content-type': 'application/json' }
  const body = JSON.stringify({ licenseKey, hardwareId: org.organization.id })
  const ask = async (operation: string) => {
    const start = performance.now()
    const response = await door.call(`/v1/license/${operation}`, { method: 'POST', headers, body })
    return { status: response.status, told: await response.json(), took: performance.now() - start }
  }
  expect(await ask('activate')).toMatchObject({ status: 200, told: { license_key: licenseKey } })

  const holder = await world.pool.connect()
  holder.on('error', () => {})
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE license IN ACCESS EXCLUSIVE MODE')
  const underWay = Array.from({ length: AT_ONCE }, () => ask('isActive'))
  await expect.poll(waitingForLocks).toBe(AT_ONCE)
  const killed = performance.now()
  await postgres.kill()
  for (const { status, told } of await Promise.all(underWay)) expect([status, told]).toEqual([503, GONE])
  expect(performance.now() - killed).toBeLessThan(SOON)
  holder.release(true)

  // Until the server is back every call is told so, in the same words and as soon.
  for (let answer = await ask('isActive'); answer.status !== 200; answer = await ask('isActive')) {
    expect([answer.status, answer.told]).toEqual([503, GONE])
    expect(answer.took).toBeLessThan(SOON)
  }
  expect(await ask('activate')).toMatchObject({
    status: 200,
    told: { license_key: licenseKey, active: true },
  })
})

async function waitingForLocks(): Promise<number> {
  const { rows } = await world.pool.query(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.waiting
}
