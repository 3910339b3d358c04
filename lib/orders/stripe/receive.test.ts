import { describe, expect, it } from 'vitest'
import { stripeWorld } from '@/lib/testing/stripe-world'

const { world, double, counts, send, tell, ordering } = stripeWorld()

describe('events', () => {
  it('of a wrong signature, none, or too long ago are refused with 400', async () => {
    const { session } = await ordering()
    const { body, signature } = double.signed('checkout.session.completed', session)
    for (const wrong of ['', 'v1=1', signature.replace(/v1=./, 'v1=x'), signature.replace(/t=\d+/, 't=1')]) {
      expect(await send({ body, signature: wrong })).toMatchObject({ status: 400 })
    }
    expect(await send({ body: `${body} `, signature })).toMatchObject({ status: 400 })
  })

  it('that are unknown, replayed, or about what is not here are taken, with no effect', async () => {
    const { org, session } = await ordering()
    expect(await tell('customer.created', { id: 'cus_1' })).toBe('ignored')
    double.state.complete(session)
    const event = double.signed('checkout.session.completed', session)
    expect((await send(event)).body).toEqual({ received: 'done' })
    expect((await send(event)).body).toEqual({ received: 'replayed' })
    expect(await counts(org)).toEqual({ licenses: 1, subscriptions: 1, paid: 1 })
  })

  it('of an organization that is gone are taken', async () => {
    const { org, session } = await ordering()
    const organizationId = org.organization.id
    await world.db.order.deleteMany({ where: { organizationId } })
    await world.db.billingDetails.deleteMany({ where: { organizationId } })
    double.state.complete(session)
    await tell('checkout.session.completed', session)
    await tell('invoice.paid', double.state.invoices.get(session.invoice ?? '') ?? {})
    expect(await counts(org)).toEqual({ licenses: 0, subscriptions: 0, paid: 0 })
  })

  it('that Stripe cannot be asked about are not taken, so that it tells again', async () => {
    const answer = await send(double.signed('invoice.paid', { id: 'in_unknown' }))
    expect(answer.status).toBe(400)
    expect(await world.db.paymentEvent.count({ where: { type: 'invoice.failed' } })).toBe(0)
  })
})
