import { describe, expect, it } from 'vitest'
import { audited } from '@/lib/testing/audit'
import { queuedMails } from '@/lib/testing/mail'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { license } from '@/lib/testing/subscription-life'
import { getOrder } from '../get'
import { leftToRefund } from '../left-to-refund'
import { markReturned, payBackOrder } from '../pay-back'
import { getStaffOrder } from '../staff'

const { world, double, during, tell, ordering, paying } = stripeWorld()
const { state } = double

const orderOf = (number: number) => getStaffOrder(world.operator, { number })
const refundsOf = (payment: string) =>
  [...state.refunds.values()].filter(({ payment_intent }) => payment_intent === payment)

/** Money for a void order that was paid back. */
async function refunded() {
  const { org, number, session } = await ordering({ email: 'unlucky@acme.example' })
  const closed = { status: 'VOID' as const, closedAt: world.clock.now(), closedReason: 'Ordered twice.' }
  await world.db.order.update({ where: { number }, data: closed })
  state.complete(session)
  await tell('checkout.session.completed', session)
  const { id, stripePaymentId } = await payBackOrder(world.operator, { number, amount: 5000 })
  return { org, number, id, payment: stripePaymentId ?? '' }
}

async function fails(payment: string) {
  const refund = state.failRefund(payment)
  await tell('charge.refund.updated', refund)
  await tell('refund.failed', refund)
}

describe('a refund that fails at the bank', () => {
  it('leaves the order to be refunded again, says so once, and is pressed again', async () => {
    const email = 'sales@writ.example'
    await world.db.staffGrant.create({ data: { email, role: 'SALES' } })
    const { org, number, id, payment } = await refunded()
    await fails(payment)
    expect(await orderOf(number)).toMatchObject({
      status: 'TO_REFUND',
      closedReason: expect.stringMatching(/^The order was void.* The refund of .* did not arrive\.$/),
    })
    expect(await getOrder(org, { number })).toMatchObject({ refundFailedAt: world.clock.now() })
    expect(await leftToRefund(world.operator, { number })).toEqual({ left: 5000 })
    const [told, ...others] = await queuedMails(world.operator, 'unlucky@acme.example')
    expect(told?.subject).toMatch(/^Your refund did not arrive: INV-/)
    expect(told?.text).toContain('You are not refunded yet, and we still owe it to you.')
    expect(others.filter(({ subject }) => subject === told?.subject)).toEqual([])
    const mails = await queuedMails(world.operator, email)
    expect(mails.filter(({ text }) => text.includes('failed: the money did not arrive'))).toHaveLength(1)
    await payBackOrder(world.operator, { number, amount: 5000 })
    await tell('charge.refunded', state.charges.get(payment) ?? {})
    expect(await orderOf(number)).toMatchObject({ status: 'REFUNDED', refundFailedAt: null })
    expect(refundsOf(payment).map(({ status }) => status)).toEqual(['failed', 'succeeded'])
    expect(await audited(org, id)).toEqual([
      'order.place',
      'order.to-refund',
      'order.refund',
      'order.refund-failed',
      'order.refund',
    ])
  })

  it('may be returned by hand, whatever is told of it then', async () => {
    const { number, payment } = await refunded()
    await fails(payment)
    await markReturned(world.operator, { number, note: 'By bank, on Monday' })
    await fails(payment)
    expect(await orderOf(number)).toMatchObject({ status: 'REFUNDED', refundNote: 'By bank, on Monday' })
  })

  it('is none while another one is on its way, or has arrived since it was asked for', async () => {
    const { org, number, id, payment } = await refunded()
    await fails(payment)
    await payBackOrder(world.operator, { number, amount: 5000 })
    const [, second] = refundsOf(payment)
    Object.assign(second ?? {}, { status: 'pending' })
    Object.assign(state.charges.get(payment) ?? {}, { refunded: false })
    await tell('refund.failed', refundsOf(payment)[0] ?? {})
    expect(await orderOf(number)).toMatchObject({ status: 'REFUNDED' })
    Object.assign(second ?? {}, { status: 'succeeded' })
    during(`GET payment_intents/${payment}`, async () => {
      Object.assign(state.charges.get(payment) ?? {}, { refunded: true })
    })
    await tell('refund.failed', refundsOf(payment)[0] ?? {})
    expect(await orderOf(number)).toMatchObject({ status: 'REFUNDED' })
    const failures = (await audited(org, id)).filter(action => action === 'order.refund-failed')
    expect(failures).toHaveLength(1)
  })

  it('gives no license back that ended with it', async () => {
    const { org, number } = await paying()
    const { stripePaymentId: payment } = await orderOf(number)
    await tell('charge.refunded', state.refund(payment ?? ''))
    await fails(payment ?? '')
    expect(await orderOf(number)).toMatchObject({ status: 'TO_REFUND' })
    expect(await license(org)).toMatchObject({ verdict: { code: 'REVOKED' } })
  })
})
