import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { audited, debit, ledgerOf, platformClient, signedUp } from '@/lib/testing/credits'
import { join } from '@/lib/testing/people'
import { getCreditAccount } from './account'
import { balanceOf } from './balance'
import { listCreditAccounts } from './list-accounts'
import { listAccountsSchema } from './schema'
import { signUpForCredits } from './sign-up'

const world = testWorld()
const client = () => platformClient(world.operator)

describe('signUpForCredits', () => {
  it('gives 500 credits, once', async () => {
    const org = await world.newOrganization('ADMIN')
    expect(await getCreditAccount(org)).toBeNull()
    const account = {
      balance: 500,
      threshold: 50,
      transactions: 1,
      signedUpAt: world.clock.now(),
      low: false,
    }
    expect(await signUpForCredits(org)).toEqual(account)
    await debit(client(), org)
    world.clock.pass(60)
    expect(await signUpForCredits(org)).toEqual({ ...account, balance: 499, transactions: 2 })
    expect(await audited(org, 'credits.sign-up')).toMatchObject([
      { after: { credits: 500, threshold: 50 }, objectType: 'credits' },
    ])
  })

  it('is for owners and admins; everybody else in the organization sees what there is', async () => {
    const viewer = await world.newOrganization('VIEWER')
    await expect(signUpForCredits(viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await getCreditAccount(viewer)).toBeNull()
    const org = await signedUp(world)
    expect(await getCreditAccount(await join(world, org, 'VIEWER'))).toMatchObject({ balance: 500 })
    expect(await getCreditAccount(world.stranger)).toBeNull()
  })
})

describe('the ledger', () => {
  const tampering = [
    'UPDATE credit_entry SET credits = 1000',
    'UPDATE credit_entry SET actor_name = actor_name WHERE false',
    'DELETE FROM credit_entry',
    'TRUNCATE credit_entry CASCADE',
  ]
  it.each(tampering)('only grows: %s is refused by the database', async statement => {
    const org = await signedUp(world)
    await expect(world.pool.query(statement)).rejects.toThrow('credit_entry is append-only')
    expect(await ledgerOf(org)).toEqual({ balance: 500, sum: 500, transactions: 1, entries: 1 })
  })

  it('has no second sign-up, no balance below zero, and no license call that costs', async () => {
    const org = await signedUp(world)
    const entry = {
      organizationId: org.organization.id,
      at: world.clock.now(),
      balance: 1,
      actorKind: 'system',
      actorId: 'x',
      actorName: 'x',
    }
    const create = (data: object) =>
      world.db.creditEntry.create({ data: { ...entry, kind: 'SIGN_UP', credits: 500, ...data } })
    await expect(create({})).rejects.toThrow(/Unique constraint/)
    await expect(create({ kind: 'DEBIT', productCode: 'license', credits: 1 })).rejects.toThrow(
      /credit_entry_sign/,
    )
    const call = { kind: 'LICENSE_CALL', productCode: 'license', credits: -1 }
    await expect(create(call)).rejects.toThrow(/credit_entry_sign/)
    const where = { organizationId: org.organization.id }
    await expect(world.db.creditAccount.update({ where, data: { balance: -1 } })).rejects.toThrow(
      /credit_account_never_below_zero/,
    )
  })
})

describe('reading credits', () => {
  it('of any organization is for platform clients', async () => {
    const org = await signedUp(world)
    const { id } = org.organization
    expect(await balanceOf(client(), { org_id: id.toUpperCase() })).toMatchObject({
      organizationId: id,
      balance: 500,
      threshold: 50,
      low: false,
    })
    const other = await world.newOrganization()
    await expect(balanceOf(client(), { org_id: other.organization.id })).rejects.toMatchObject({
      reason: 'NOT_SIGNED_UP',
    })
    await expect(balanceOf(client(), { org_id: 'org:nobody' })).rejects.toMatchObject({
      reason: 'UNKNOWN_ORGANIZATION',
    })
    await expect(balanceOf(org, { org_id: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('of all organizations is for operators, page by page', async () => {
    const marks = ['Marked one', 'Marked two', 'Marked three']
    for (const name of marks) {
      const { organization } = await signedUp(world)
      await world.db.organization.update({ where: { id: organization.id }, data: { name } })
      world.clock.pass(1)
    }
    const list = (query: object) =>
      listCreditAccounts(world.operator, listAccountsSchema.parse({ q: 'marked', ...query }))
    const namesOf = async (query: object) => (await list(query)).rows.map(row => row.organization.name)
    expect(await namesOf({})).toEqual(marks.toReversed())
    expect(await namesOf({ dir: 'asc' })).toEqual(marks)
    expect(await namesOf({ q: '%' })).toEqual([])
    await expect(listCreditAccounts(world.owner, listAccountsSchema.parse({}))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
