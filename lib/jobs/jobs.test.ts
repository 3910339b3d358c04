import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { eventually } from '@/lib/testing/eventually'
import { idOf } from '@/lib/testing/people'
import { bossOn } from './boss'
import { enqueue } from './enqueue'
import { startJobs } from './start'
import { sweep } from './sweep'
import { workOn } from './work'

const world = testWorld()
const runtime = () => ({ ...world, secrets: world.owner.secrets, issuer: world.owner.issuer })
const sweeps = async () => (await world.pool.query("SELECT state FROM jobs.job WHERE name = 'sweep'")).rows
/** The days of the sweeps: a test may begin just before midnight and end after it. */
const days = async () =>
  (await world.pool.query("SELECT singleton_on AS day FROM jobs.job WHERE name = 'sweep'")).rows.map(
    ({ day }) => Number(day),
  )

describe('the job tables', () => {
  it('are those of the pg-boss at hand', async () => {
    const boss = bossOn(world.pool)
    await boss.start()
    expect(await boss.getQueues()).toHaveLength(3)
    await boss.maintain()
    await boss.stop({ graceful: false })
  })
})

describe('startJobs', () => {
  it('sweeps once a day, however many processes start', async () => {
    const first = await startJobs(runtime())
    await eventually(async () => expect(await sweeps()).toEqual([{ state: 'completed' }]))
    const others = await Promise.all([startJobs(runtime()), startJobs(runtime())])
    const swept = await days()
    expect(swept).toEqual([...new Set(swept)])
    await Promise.all([first, ...others].map(jobs => jobs.stop()))
  })
})

describe('workOn', () => {
  it('finishes the job at hand before it stops, and takes no other', async () => {
    const boss = bossOn(world.pool)
    const stopping = new AbortController()
    const done: unknown[] = []
    await world.pool.query("DELETE FROM jobs.job WHERE name = 'sweep'")
    await enqueue(world.db, 'sweep', { number: 1 })
    const worker = {
      queue: 'sweep' as const,
      every: 10,
      done: 'delete' as const,
      async run(data: unknown) {
        stopping.abort()
        await enqueue(world.db, 'sweep', { number: 2 })
        done.push(data)
      },
    }
    await workOn(boss, worker, stopping.signal)
    expect(done).toEqual([{ number: 1 }])
    expect(await sweeps()).toEqual([{ state: 'created' }])
  })
})

describe('sweep', () => {
  it('removes what is over and nothing else', async () => {
    const accountId = idOf(world.owner)
    const now = world.clock.now().getTime()
    const days = (count: number) => new Date(now + count * 24 * 60 * 60 * 1000)
    for (const expiresAt of [days(-1), days(1)]) {
      await world.db.session.create({ data: { tokenHash: randomUUID(), accountId, expiresAt } })
      await world.db.signInToken.create({
        data: { email: 'a@example.org', tokenHash: randomUUID(), expiresAt },
      })
      await world.db.rateWindow.create({ data: { key: randomUUID(), endsAt: expiresAt, count: 1 } })
    }
    for (const expiresAt of [days(-31), days(-29), days(7)]) {
      await world.db.invitation.create({
        data: {
          organizationId: world.owner.organization.id,
          email: `${randomUUID()}@example.org`,
          role: 'VIEWER',
          tokenHash: randomUUID(),
          invitedById: accountId,
          expiresAt,
        },
      })
    }
    await sweep(world.operator)
    const left = {
      sessions: await world.db.session.count(),
      links: await world.db.signInToken.count(),
      windows: await world.db.rateWindow.count(),
      invitations: await world.db.invitation.count(),
    }
    expect(left).toEqual({ sessions: 1, links: 1, windows: 1, invitations: 2 })
  })

  it('goes on after one that failed, and says which', async () => {
    const ran: string[] = []
    const broken = sweep(world.operator, {
      bad: () => Promise.reject(new Error('no')),
      good: async () => {
        ran.push('good')
        return 0
      },
    })
    await expect(broken).rejects.toThrow('Sweeps failed: bad.')
    expect(ran).toEqual(['good'])
  })
})
