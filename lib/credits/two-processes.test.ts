import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { TEST_MASTER_SECRET, testWorld } from '@/lib/testing/context'
import { ledgerOf, signedUp } from '@/lib/testing/credits'
import { race } from '@/lib/testing/race'

const world = testWorld()

interface Task {
  what: 'sign-up' | 'debit' | 'license-calls'
  organizationIds: string[]
  times: number
  product?: string
  clientId?: string
  key?: string
}

/** The same in two processes at once; what came of each. */
function raceTwo(task: Task, other: Partial<Task> = {}): Promise<string[]> {
  const whole = { url: world.pool.options.connectionString, master: TEST_MASTER_SECRET, ...task }
  return race('credit-racer.ts', [whole, { ...whole, ...other }])
}

const tally = (outcomes: string[]) => ({
  booked: new Set(outcomes.filter(one => /^[0-9a-f-]{36}$/.test(one))).size,
  refused: outcomes.filter(one => one === 'INSUFFICIENT_CREDITS').length,
})

describe('two processes on one database', () => {
  it('give the free credits once, however many sign the organization up', async () => {
    const org = await world.newOrganization()
    const outcomes = await raceTwo({ what: 'sign-up', organizationIds: [org.organization.id], times: 20 })
    expect(outcomes).toEqual(Array(40).fill('500'))
    expect(await ledgerOf(org)).toEqual({ balance: 500, sum: 500, transactions: 1, entries: 1 })
    const where = { organizationId: org.organization.id, action: 'credits.sign-up' }
    expect(await world.db.auditEvent.count({ where })).toBe(1)
  })

  it('book as many of 200 debits as there are credits for, and no more', async () => {
    const org = await signedUp(world)
    await world.db.creditProduct.create({
      data: { code: 'seven', name: 'Seven', cost: 7, createdAt: new Date(), updatedAt: new Date() },
    })
    const outcomes = await raceTwo({
      what: 'debit',
      organizationIds: [org.organization.id],
      times: 100,
      product: 'seven',
    })
    expect(tally(outcomes)).toEqual({ booked: 71, refused: 129 })
    expect(await ledgerOf(org)).toEqual({ balance: 3, sum: 3, transactions: 72, entries: 72 })
    const where = { organizationId: org.organization.id, action: 'credits.low' }
    expect(await world.db.auditEvent.count({ where }), 'told once that credits are low').toBe(1)
  })

  it('book one debit for one key, and tell it to all who ask', async () => {
    const org = await signedUp(world)
    const outcomes = await raceTwo({
      what: 'debit',
      organizationIds: [org.organization.id],
      times: 50,
      clientId: randomUUID(),
      key: 'the-one-key',
    })
    expect(outcomes).toHaveLength(100)
    expect(new Set(outcomes).size).toBe(1)
    expect(await ledgerOf(org)).toEqual({ balance: 499, sum: 499, transactions: 2, entries: 2 })
  })

  it('enter license calls of the same organizations while debits are booked, and never wait for each other', async () => {
    const orgs = await Promise.all(Array.from({ length: 10 }, () => signedUp(world)))
    const organizationIds = orgs.map(each => each.organization.id)
    const calls = { what: 'license-calls', organizationIds, times: 20 } as const
    const debits = { ...calls, what: 'debit', times: 100 } as const
    const backwards = { organizationIds: organizationIds.toReversed() }
    await Promise.all([raceTwo(calls, backwards), raceTwo(debits, backwards)])
    for (const org of orgs) {
      expect(await ledgerOf(org)).toEqual({ balance: 480, sum: 480, transactions: 61, entries: 61 })
    }
  })
})
