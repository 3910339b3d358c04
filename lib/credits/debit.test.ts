import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { debit, ledgerOf, platformClient, signedUp } from '@/lib/testing/credits'
import { eventually } from '@/lib/testing/eventually'
import { changeCreditProduct } from './change-product'
import { createCreditProduct } from './create-product'
import { debitCredits } from './debit'
import { listTransactions } from './list'
import { debitSchema } from './request-schema'
import { listTransactionsSchema } from './schema'
import { forgetCreditRequests, KEY_DAYS } from './sweep'

const world = testWorld()
const client = () => platformClient(world.operator)
const latest = async (org: OrgCtx) => (await listTransactions(org, listTransactionsSchema.parse({}))).rows[0]

describe('debitCredits', () => {
  it('takes the cost, and leaves an entry that names who took it and for what', async () => {
    const org = await signedUp(world)
    const caller = client()
    world.clock.pass(1)
    const booked = await debit(caller, org, { product: 'typekey', quantity: 3, reference: 'order 4711' })
    expect(booked).toEqual({
      transactionId: expect.any(String),
      organizationId: org.organization.id,
      product: 'typekey',
      quantity: 3,
      cost: 12,
      balance: 488,
      reference: 'order 4711',
      at: world.clock.now(),
    })
    expect(await latest(org)).toEqual({
      id: booked.transactionId,
      at: world.clock.now(),
      kind: 'DEBIT',
      product: { code: 'typekey', name: 'Typekey' },
      quantity: 3,
      credits: -12,
      balance: 488,
      reference: 'order 4711',
      reason: null,
      actorKind: 'client',
      actorName: caller.actor.name,
    })
    expect(await ledgerOf(org)).toEqual({ balance: 488, sum: 488, transactions: 2, entries: 2 })
  })

  it('finds the organization whatever the case of its id', async () => {
    const org = await signedUp(world)
    const { organizationId } = await debit(client(), org, { org_id: org.organization.id.toUpperCase() })
    expect(organizationId).toBe(org.organization.id)
  })

  it('enters what costs nothing', async () => {
    const org = await signedUp(world)
    expect(await debit(client(), org, { product: 'license' })).toMatchObject({ cost: 0, balance: 500 })
    expect(await ledgerOf(org)).toMatchObject({ balance: 500, sum: 500, entries: 2 })
  })

  it('takes the last credit, then says how many there are and what it costs', async () => {
    const org = await signedUp(world)
    expect(await debit(client(), org, { quantity: 498 })).toMatchObject({ balance: 2 })
    await expect(debit(client(), org, { product: 'typekey' })).rejects.toMatchObject({
      reason: 'INSUFFICIENT_CREDITS',
      message: `The organization ${org.organization.id} has 2 SCAN credits, and this costs 4.`,
    })
    expect(await debit(client(), org, { quantity: 2 })).toMatchObject({ balance: 0 })
    expect(await ledgerOf(org)).toEqual({ balance: 0, sum: 0, transactions: 3, entries: 3 })
  })

  it('costs what the product costs at this moment', async () => {
    const org = await signedUp(world)
    const product = { code: 'moving', name: 'Moving', description: '', cost: 2 }
    await createCreditProduct(world.operator, product)
    expect(await debit(client(), org, { product: 'moving' })).toMatchObject({ cost: 2 })
    await changeCreditProduct(world.operator, { ...product, cost: 9, active: true })
    expect(await debit(client(), org, { product: 'moving' })).toMatchObject({ cost: 9, balance: 489 })
  })

  it.each([
    ['UNKNOWN_ORGANIZATION', { org_id: 'org:nobody' }],
    ['UNKNOWN_PRODUCT', { product: 'nothing' }],
  ])('is refused with %s, and changes nothing', async (reason, body) => {
    const org = await signedUp(world)
    await expect(debit(client(), org, body)).rejects.toMatchObject({ code: 'NOT_FOUND', reason })
    expect(await ledgerOf(org)).toMatchObject({ balance: 500, entries: 1 })
  })

  it('is refused before sign-up, and for a product that is not offered any more', async () => {
    const org = await world.newOrganization()
    await expect(debit(client(), org)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'NOT_SIGNED_UP' })
    const product = { code: 'gone', name: 'Gone', description: '', cost: 1 }
    await createCreditProduct(world.operator, product)
    await changeCreditProduct(world.operator, { ...product, active: false })
    await expect(debit(client(), await signedUp(world), { product: 'gone' })).rejects.toMatchObject({
      reason: 'PRODUCT_INACTIVE',
    })
  })

  it('is for platform clients with the scope alone', async () => {
    const org = await signedUp(world)
    const without = client()
    without.actor.scopes = ['https://jans.io/auth/ssa.admin']
    await expect(debit(without, org)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const own = { ...client(), organization: org.organization }
    await expect(debit(own, org)).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'PLATFORM_ONLY' })
    for (const person of [org, world.viewer, world.stranger, world.operator]) {
      await expect(debit(person, org)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await ledgerOf(org)).toMatchObject({ balance: 500, entries: 1 })
  })
})

describe('an idempotency key', () => {
  it('gets the same answer again, and nothing more is taken', async () => {
    const org = await signedUp(world)
    const caller = client()
    const first = await debit(caller, org, { quantity: 2, key: 'k' })
    world.clock.pass(60)
    await debit(caller, org, { key: 'other' })
    expect(await debit(caller, org, { quantity: 2, key: 'k' })).toEqual(first)
    expect(await ledgerOf(org)).toMatchObject({ balance: 497, entries: 3 })
  })

  it('is told the same of too few credits, even when there are more by now', async () => {
    const org = await signedUp(world)
    const caller = client()
    await debit(caller, org, { quantity: 500 })
    const refused = await debit(caller, org, { key: 'k' }).catch(error => error)
    expect(refused).toMatchObject({ reason: 'INSUFFICIENT_CREDITS' })
    await world.db.creditAccount.update({
      where: { organizationId: org.organization.id },
      data: { balance: 10 },
    })
    await expect(debit(caller, org, { key: 'k' })).rejects.toMatchObject({ message: refused.message })
    expect(await debit(caller, org, { key: 'new' })).toMatchObject({ balance: 9 })
  })

  it('gets its answer even when the product is not offered any more', async () => {
    const org = await signedUp(world)
    const caller = client()
    const product = { code: 'brief', name: 'Brief', description: '', cost: 1 }
    await createCreditProduct(world.operator, product)
    const first = await debit(caller, org, { product: 'brief', key: 'k' })
    await changeCreditProduct(world.operator, { ...product, active: false })
    expect(await debit(caller, org, { product: 'brief', key: 'k' })).toEqual(first)
  })

  it('is booked once by requests that wait for the account together', async () => {
    const org = await signedUp(world)
    const caller = client()
    const holder = await world.pool.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM credit_account WHERE organization_id = $1 FOR UPDATE', [
      org.organization.id,
    ])
    const asked = [
      debit(caller, org, { key: 'k' }),
      debit(caller, org, { key: 'k' }),
      debit(caller, org, { key: 'k' }),
    ]
    const waiting =
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    await eventually(async () => expect((await world.pool.query(waiting)).rowCount).toBe(3))
    await holder.query('COMMIT')
    holder.release()
    const [first, ...others] = await Promise.all(asked)
    expect(others).toEqual([first, first])
    expect(await ledgerOf(org)).toMatchObject({ balance: 499, entries: 2 })
  })

  it('is refused for another body, and is another key for another client', async () => {
    const org = await signedUp(world)
    const caller = client()
    await debit(caller, org, { key: 'k' })
    for (const body of [{ quantity: 2 }, { product: 'typekey' }, { reference: 'x' }]) {
      await expect(debit(caller, org, { ...body, key: 'k' })).rejects.toMatchObject({
        reason: 'IDEMPOTENCY_KEY_REUSED',
      })
    }
    await debit(client(), org, { quantity: 2, key: 'k' })
    expect(await ledgerOf(org)).toMatchObject({ balance: 497, entries: 3 })
  })

  it('is not used up by a refusal that decided nothing', async () => {
    const org = await world.newOrganization()
    const caller = client()
    await expect(debit(caller, org, { key: 'k' })).rejects.toMatchObject({ reason: 'NOT_SIGNED_UP' })
    await world.db.creditAccount.create({
      data: {
        organizationId: org.organization.id,
        balance: 5,
        transactions: 0,
        threshold: 0,
        signedUpAt: world.clock.now(),
      },
    })
    expect(await debit(caller, org, { key: 'k' })).toMatchObject({ balance: 4 })
  })

  it.each([undefined, '', 'with space', 'ü', 'x'.repeat(256)])('must be visible ASCII: %j', async key => {
    const org = await signedUp(world)
    const input = debitSchema.parse({ org_id: org.organization.id, product: 'supergluu' })
    await expect(debitCredits(client(), key, input)).rejects.toMatchObject({
      reason: 'IDEMPOTENCY_KEY_REQUIRED',
    })
  })

  it('is remembered for thirty days', async () => {
    const org = await signedUp(world)
    const caller = client()
    const key = randomUUID()
    await debit(caller, org, { key })
    const where = { clientId: caller.actor.clientId, key }
    world.clock.pass((KEY_DAYS * 24 - 1) * 60 * 60)
    await forgetCreditRequests(world.operator)
    expect(await world.db.creditRequest.count({ where })).toBe(1)
    world.clock.pass(2 * 60 * 60)
    await forgetCreditRequests(world.operator)
    expect(await world.db.creditRequest.count({ where })).toBe(0)
  })
})
