import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { license } from '@/lib/testing/subscription-life'
import { changePlan } from '../change-plan'

const { world, double, subscriptionOf, tell, sessionAt, paying } = stripeWorld()

const VALID = { verdict: { valid: true } }
const SUSPENDED = { verdict: { code: 'SUSPENDED' } }

/** What Stripe calls the payment of an organization's order of this kind. */
async function paymentOf(
  { organization: { id: organizationId } }: OrgCtx,
  kind: 'NEW' | 'RENEWAL' | 'CHANGE',
) {
  const { stripePaymentId } = await world.db.order.findFirstOrThrow({ where: { organizationId, kind } })
  return stripePaymentId ?? ''
}

async function disputed(payment: string) {
  const dispute = double.state.dispute(payment)
  await tell('charge.dispute.created', dispute)
  return async (status: 'won' | 'lost') => tell('charge.dispute.closed', Object.assign(dispute, { status }))
}

/** A subscriber who has gone to Stripe's page to pay the difference to Team. */
async function changing() {
  const customer = await paying()
  const { url } = await changePlan(customer.org, { planCode: 'flex-400', interval: 'MONTH', agreed: 5000 })
  return { ...customer, session: sessionAt(url ?? '') }
}

const statusOf = async ({ organization: { id: organizationId } }: OrgCtx, kind: 'NEW' | 'CHANGE') =>
  (await world.db.order.findFirstOrThrow({ where: { organizationId, kind } })).status

describe('a dispute', () => {
  it('of a change that is to be refunded leaves the license alone, whoever wins', async () => {
    const { org, id, session } = await changing()
    await tell('invoice.paid', double.state.renew(id))
    double.state.complete(session)
    await tell('checkout.session.completed', session)
    expect(await statusOf(org, 'CHANGE')).toBe('TO_REFUND')
    const decided = await disputed(await paymentOf(org, 'CHANGE'))
    expect(await license(org)).toMatchObject(VALID)
    await decided('lost')
    expect(await license(org)).toMatchObject(VALID)
    expect(await statusOf(org, 'CHANGE')).toBe('REFUNDED')
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ACTIVE' })
  })

  it('of the difference of a change leaves the license alone: another payment paid for it', async () => {
    const { org, session } = await changing()
    double.state.complete(session)
    await tell('checkout.session.completed', session)
    await disputed(await paymentOf(org, 'CHANGE'))
    expect(await license(org)).toMatchObject({ ...VALID, mauThreshold: 400 })
  })

  it('of a period that is over leaves the license alone', async () => {
    const { org, id } = await paying()
    await tell('invoice.paid', double.state.renew(id))
    const decided = await disputed(await paymentOf(org, 'NEW'))
    expect(await license(org)).toMatchObject(VALID)
    await decided('lost')
    expect(await statusOf(org, 'NEW')).toBe('REFUNDED')
    expect(await license(org)).toMatchObject(VALID)
    const renewal = await disputed(await paymentOf(org, 'RENEWAL'))
    expect(await license(org)).toMatchObject(SUSPENDED)
    await renewal('won')
    expect(await license(org)).toMatchObject(VALID)
  })

  it('that is lost after the next period was paid gives the license back', async () => {
    const { org, id } = await paying()
    const decided = await disputed(await paymentOf(org, 'NEW'))
    await tell('invoice.paid', double.state.renew(id))
    expect(await license(org)).toMatchObject(SUSPENDED)
    await decided('lost')
    expect(await license(org)).toMatchObject(VALID)
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ACTIVE' })
  })
})
