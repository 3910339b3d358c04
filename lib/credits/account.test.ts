import { describe, expect, it } from 'vitest'
import type { Ctx, OrgCtx } from '@/lib/context'
import { organizationPath } from '@/lib/organizations/path'
import { testWorld } from '@/lib/testing/context'
import { debit, ledgerOf, platformClient, signedUp } from '@/lib/testing/credits'
import { queuedMails } from '@/lib/testing/mail'
import { asStaff, join, personOf } from '@/lib/testing/people'
import { getCreditAccount } from './account'
import { balanceOf } from './balance'
import { grantCredits } from './grant'
import { listCreditAccounts } from './list-accounts'
import { grantSchema, listAccountsSchema } from './schema'
import { setCreditThreshold } from './set-threshold'
import { signUpForCredits } from './sign-up'
import { tellUntoldLow } from './sweep'

const world = testWorld()
const client = () => platformClient(world.operator)
const audited = (organizationId: string, action: string) =>
  world.db.auditEvent.findMany({ where: { organizationId, action } })
const grant = (ctx: Ctx, organizationId: string, amount = 100) =>
  grantCredits(ctx, grantSchema.parse({ organizationId, amount, reason: 'Goodwill' }))

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
    expect(await audited(org.organization.id, 'credits.sign-up')).toMatchObject([
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

describe('low credits', () => {
  it('are told to owners and admins once, and again after they were above the threshold', async () => {
    const org = await signedUp(world)
    const admin = await join(world, org, 'ADMIN')
    const viewer = await join(world, org, 'VIEWER')
    const { id } = org.organization
    await debit(client(), org, { quantity: 449 })
    expect(await audited(id, 'credits.low')).toHaveLength(0)
    await debit(client(), org)
    await debit(client(), org)
    expect(await audited(id, 'credits.low')).toMatchObject([
      { actorKind: 'system', after: { balance: 50, threshold: 50, mails: 2 } },
    ])
    const mailsTo = async (ctx: OrgCtx) => queuedMails(ctx, (await personOf(ctx)).email)
    for (const manager of [org, admin]) {
      expect(await mailsTo(manager)).toEqual([
        expect.objectContaining({
          subject: `${org.organization.name} has 50 SCAN credits left`,
          link: `https://writ.test${organizationPath(id, 'market/scan')}`,
        }),
      ])
    }
    expect(await mailsTo(viewer)).toEqual([])

    expect(await grant(world.operator, id, 1)).toMatchObject({ balance: 50, low: true })
    expect(await audited(id, 'credits.low'), 'still low').toHaveLength(1)
    expect(await grant(world.operator, id, 1)).toMatchObject({ balance: 51, low: false })
    await debit(client(), org)
    expect(await audited(id, 'credits.low'), 'low again').toHaveLength(2)
  })

  it('are told by the sweep when the process that should have told died', async () => {
    const org = await signedUp(world)
    const where = { organizationId: org.organization.id }
    await world.db.creditAccount.update({ where, data: { threshold: 1000 } })
    expect(await tellUntoldLow(world.operator)).toBe(1)
    expect(await tellUntoldLow(world.operator)).toBe(0)
    expect(await audited(org.organization.id, 'credits.low')).toHaveLength(1)
  })

  it('cost no debit when nobody can be told', async () => {
    const org = await signedUp(world)
    const broken = client()
    broken.secrets = {
      ...broken.secrets,
      seal: () => {
        throw new Error('no seal')
      },
    }
    expect(await debit(broken, org, { quantity: 480 })).toMatchObject({ balance: 20 })
    expect(await audited(org.organization.id, 'credits.low')).toHaveLength(0)
    await debit(client(), org)
    expect(await audited(org.organization.id, 'credits.low'), 'the next one tells').toHaveLength(1)
  })
})

describe('setCreditThreshold', () => {
  it('changes when credits count as low, and tells at once when they do', async () => {
    const org = await signedUp(world)
    const { id } = org.organization
    expect(await setCreditThreshold(org, { threshold: 500 })).toMatchObject({ threshold: 500, low: true })
    expect(await audited(id, 'credits.low')).toHaveLength(1)
    expect(await setCreditThreshold(org, { threshold: 10 })).toMatchObject({ threshold: 10, low: false })
    await setCreditThreshold(org, { threshold: 10 })
    expect(await audited(id, 'credits.threshold')).toMatchObject([
      { before: { threshold: 50 }, after: { threshold: 500 } },
      { before: { threshold: 500 }, after: { threshold: 10 } },
    ])
    await setCreditThreshold(org, { threshold: 500 })
    expect(await audited(id, 'credits.low'), 'it was above in between').toHaveLength(2)
  })

  it('is for owners and admins of organizations that signed up', async () => {
    const org = await signedUp(world)
    const viewer = await join(world, org, 'VIEWER')
    await expect(setCreditThreshold(viewer, { threshold: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(setCreditThreshold(world.stranger, { threshold: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await getCreditAccount(org)).toMatchObject({ threshold: 50 })
  })
})

describe('grantCredits', () => {
  it('adds credits, with the reason in the ledger and in the log of the organization', async () => {
    const org = await signedUp(world)
    const { id } = org.organization
    expect(await grant(world.operator, id)).toMatchObject({ balance: 600, transactions: 2 })
    expect(await ledgerOf(org)).toEqual({ balance: 600, sum: 600, transactions: 2, entries: 2 })
    expect(await audited(id, 'credits.grant')).toMatchObject([
      { actorKind: 'staff', after: { credits: 100, balance: 600, reason: 'Goodwill' } },
    ])
  })

  it('is for operators, and for organizations that signed up', async () => {
    const org = await signedUp(world)
    const { id } = org.organization
    for (const ctx of [org, world.viewer, client()]) {
      await expect(grant(ctx, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const none = await world.newOrganization()
    await expect(grant(world.operator, none.organization.id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This organization has not signed up for SCAN.',
    })
    const where = { organizationId: id }
    await world.db.creditAccount.update({ where, data: { balance: 1_000_000_000 } })
    await expect(grant(world.operator, id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

it('nobody grants credits to an organization that they belong to, whatever their role there', async () => {
  const org = await signedUp(world)
  const { id } = org.organization
  const member = asStaff(await join(world, org, 'VIEWER'), 'OPERATOR')
  await expect(grant(member, id)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: 'You belong to this organization. Ask a colleague to do this.',
  })
  expect(await ledgerOf(org)).toEqual({ balance: 500, sum: 500, transactions: 1, entries: 1 })
  expect(await audited(id, 'credits.grant')).toEqual([])
  const ownOf = async (ctx: Ctx) => {
    const { rows } = await listCreditAccounts(ctx, listAccountsSchema.parse({ q: id }))
    return rows.map(row => row.own)
  }
  expect([await ownOf(member), await ownOf(world.operator)]).toEqual([[true], [false]])
  const other = await signedUp(world)
  expect(await grant(member, other.organization.id)).toMatchObject({ balance: 600 })
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
