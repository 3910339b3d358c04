import { describe, expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { audited, debit, grant, ledgerOf, platformClient, signedUp } from '@/lib/testing/credits'
import { asStaff, join } from '@/lib/testing/people'
import { listCreditAccounts } from './list-accounts'
import { listAccountsSchema } from './schema'

const world = testWorld()

describe('grantCredits', () => {
  it('adds credits, with the reason in the ledger and in the log of the organization', async () => {
    const org = await signedUp(world)
    const { id } = org.organization
    expect(await grant(world.operator, id)).toMatchObject({ balance: 600, transactions: 2 })
    expect(await ledgerOf(org)).toEqual({ balance: 600, sum: 600, transactions: 2, entries: 2 })
    expect(await audited(org, 'credits.grant')).toMatchObject([
      { actorKind: 'staff', after: { credits: 100, balance: 600, reason: 'Goodwill' } },
    ])
  })

  it('is for operators, and for organizations that signed up', async () => {
    const org = await signedUp(world)
    const { id } = org.organization
    for (const ctx of [org, world.viewer, platformClient(world.operator)]) {
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

it('grants and debits at once leave a ledger that adds up, entry by entry', async () => {
  const org = await signedUp(world)
  const { id } = org.organization
  const tries = Array.from({ length: 12 }, (_, n) =>
    n % 2 ? grant(world.operator, id, 10) : debit(platformClient(world.operator), org, { quantity: 7 }),
  )
  await Promise.all(tries)
  const sum = 500 + 6 * 10 - 6 * 7
  expect(await ledgerOf(org)).toEqual({ balance: sum, sum, transactions: 13, entries: 13 })
  const entries = await world.db.creditEntry.findMany({ where: { organizationId: id } })
  const before = new Set(entries.map(({ balance, credits }) => balance - credits))
  // Each entry starts from the balance that another one left.
  expect(entries.filter(({ balance }) => !before.has(balance)).map(({ balance }) => balance)).toEqual([sum])
})

it('more grants at once than there are connections are all refused where nobody has signed up', async () => {
  const { organization } = await world.newOrganization()
  const tries = Array.from({ length: 30 }, () => grant(world.operator, organization.id))
  for (const each of await Promise.allSettled(tries)) {
    expect(each).toMatchObject({ reason: { message: 'This organization has not signed up for SCAN.' } })
  }
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
  expect(await audited(org, 'credits.grant')).toEqual([])
  const ownOf = async (ctx: Ctx) => {
    const { rows } = await listCreditAccounts(ctx, listAccountsSchema.parse({ q: id }))
    return rows.map(row => row.own)
  }
  expect([await ownOf(member), await ownOf(world.operator)]).toEqual([[true], [false]])
  const other = await signedUp(world)
  expect(await grant(member, other.organization.id)).toMatchObject({ balance: 600 })
})
