import { describe, expect, it } from 'vitest'
import type { Ctx, OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { changeLicense } from '@/lib/licenses/change'
import { revokeLicense } from '@/lib/licenses/revoke'
import { resumeLicense, suspendLicense } from '@/lib/licenses/suspend'
import { markReturned } from '@/lib/orders/pay-back'
import { markOrderPaid, recordLatePayment, voidOrder } from '@/lib/orders/staff'
import { subscribe } from '@/lib/orders/subscribe'
import { testWorld } from '@/lib/testing/context'
import { grant, signedUp } from '@/lib/testing/credits'
import { eventually } from '@/lib/testing/eventually'
import { enterprise, licensed, newSales } from '@/lib/testing/licensing'
import { checkout, numberIn } from '@/lib/testing/ordering'
import { asStaff, newPerson } from '@/lib/testing/people'

const world = testWorld()

interface Gift {
  org: OrgCtx
  /** What somebody of staff does for the organization. */
  give: (staff: Ctx) => Promise<unknown>
}

const ofLicense = async (give: (staff: Ctx, id: string) => Promise<unknown>): Promise<Gift> => {
  const { org, license } = await licensed(world)
  return { org, give: staff => give(staff, license.id) }
}

const ofOrder = async (
  give: (staff: Ctx, number: number) => Promise<unknown>,
  before: (staff: Ctx, number: number) => Promise<unknown> = async () => {},
): Promise<Gift> => {
  const org = await world.newOrganization()
  const number = numberIn((await subscribe(org, checkout())).number)
  await before(world.operator, number)
  return { org, give: staff => give(staff, number) }
}

const payment = (number: number) => ({ number, reference: 'Bank 1', paidAt: world.clock.now() })
const cancel = (staff: Ctx, number: number) => voidOrder(staff, { number, reason: 'Nobody pays.' })
const payLate = async (staff: Ctx, number: number) => {
  await cancel(staff, number)
  await recordLatePayment(staff, payment(number))
}

const GIFTS: Record<string, () => Promise<Gift>> = {
  'issuing a license': async () => {
    const org = await world.newOrganization()
    return { org, give: staff => enterprise(staff, org) }
  },
  'changing a license': () => ofLicense((staff, id) => changeLicense(staff, { id, mauThreshold: 9000 })),
  'suspending a license': () => ofLicense((staff, id) => suspendLicense(staff, { id, reason: 'No.' })),
  'resuming a license': async () => {
    const { org, license, sales } = await licensed(world)
    await suspendLicense(sales, { id: license.id, reason: 'No.' })
    return { org, give: staff => resumeLicense(staff, { id: license.id }) }
  },
  'revoking a license': () => ofLicense((staff, id) => revokeLicense(staff, { id, reason: 'No.' })),
  'marking an order as paid': () => ofOrder((staff, number) => markOrderPaid(staff, payment(number))),
  'voiding an order': () => ofOrder(cancel),
  'recording a late payment': () =>
    ofOrder((staff, number) => recordLatePayment(staff, payment(number)), cancel),
  'marking money as returned': () =>
    ofOrder((staff, number) => markReturned(staff, { number, note: 'By bank.' }), payLate),
  'granting credits': async () => {
    const org = await signedUp(world)
    return { org, give: staff => grant(staff, org.organization.id) }
  },
}

describe.each(Object.entries(GIFTS))('%s', (_what, prepare) => {
  it('waits for the giver who is just becoming a member, and is refused then', async () => {
    const { org, give } = await prepare()
    const { ctx, accountId } = await newPerson(world)
    const staff: Ctx = {
      ...ctx,
      actor: { kind: 'staff', accountId, name: 'Sam', roles: ['SALES', 'OPERATOR'] },
    }
    const joining = await world.pool.connect()
    await joining.query('BEGIN')
    await joining.query(
      "INSERT INTO member (organization_id, account_id, role, created_at) VALUES ($1, $2, 'VIEWER', now())",
      [org.organization.id, accountId],
    )
    const given = give(staff).then(
      () => 'given',
      error => error.message,
    )
    const waiting =
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    await eventually(async () => expect((await world.pool.query(waiting)).rowCount).toBe(1))
    await joining.query('COMMIT')
    joining.release()
    expect(await given).toBe('You belong to this organization. Ask a colleague to do this.')
  })
})

it('whoever belongs to other organizations gives to this one', async () => {
  const [org, other] = [await world.newOrganization(), await world.newOrganization()]
  const validUntil = daysAfter(world.clock.now(), 30)
  await expect(enterprise(asStaff(other, 'SALES'), org, { validUntil })).resolves.toMatchObject({
    kind: 'ENTERPRISE',
  })
  await expect(enterprise(await newSales(world), other)).resolves.toMatchObject({ kind: 'ENTERPRISE' })
})
