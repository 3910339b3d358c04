import { beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { revokeLicense } from '@/lib/licenses/revoke'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { card } from '@/lib/testing/license-verbs'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { checkout, subscribed } from '@/lib/testing/ordering'
import { getBilling } from './billing'
import { cancelSubscription } from './cancel'
import { subscribe } from './subscribe'

const world = testWorld()
let sales: Ctx
beforeAll(async () => {
  sales = await newSales(world)
})

/** A customer whose subscription gave way to an enterprise license. */
async function replaced() {
  const org = await world.newOrganization()
  await subscribed(org, world.operator)
  const { id } = await enterprise(sales, org)
  return { org, id, billing: () => getBilling(org, { productCode: 'adminui001' }) }
}

describe('a subscription whose license was replaced', () => {
  it('runs no more: there is nothing to cancel, nor to subscribe to beside the enterprise license', async () => {
    const { org, billing } = await replaced()
    expect(await billing()).toMatchObject({ subscription: null, replaced: true, enterprise: true })
    await expect(cancelSubscription(org, { cancel: true })).rejects.toThrow(/has no subscription/)
    await expect(subscribe(org, checkout())).rejects.toThrow(/enterprise license/)
  })

  it('ends when the organization subscribes anew, once that license was taken back', async () => {
    const { org, id, billing } = await replaced()
    await revokeLicense(sales, { id, reason: 'Issued by mistake.' })
    expect(await billing()).toMatchObject({ subscription: null, replaced: true, enterprise: false })
    await subscribed(org, world.operator, { planCode: 'flex-400' })
    expect(await billing()).toMatchObject({ subscription: { planCode: 'flex-400' }, replaced: false })
    expect((await card(org)).license).toMatchObject({ mauThreshold: 400 })
    const ended = await world.db.subscription.findFirstOrThrow({
      where: { organizationId: org.organization.id, status: 'ENDED' },
      select: { id: true, endedReason: true },
    })
    expect(ended.endedReason).toBe('Its license was replaced or taken back.')
    expect(await audited(org, ended.id)).toContain('subscription.end')
  })
})
