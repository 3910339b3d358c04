import { expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { TEST_MASTER_SECRET } from '@/lib/testing/context'
import { race } from '@/lib/testing/race'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { license } from '@/lib/testing/subscription-life'

const { world, double, tell, ordering } = stripeWorld()

type Event = [type: string, object: object]
type Ordered = Awaited<ReturnType<typeof ordering>>

const { state } = double

/** The person pays on Stripe's page. */
function pays({ session }: Ordered) {
  state.complete(session)
  const invoice = state.invoices.get(session.invoice ?? '')
  const subscription = state.subscriptions.get(session.subscription ?? '')
  if (!invoice || !subscription) throw new Error('A paid checkout has an invoice and a subscription.')
  return { invoice, subscription, events: paidEvents(session, invoice) }
}

function paidEvents(session: object, invoice: object): Event[] {
  return [
    ['checkout.session.completed', session],
    ['invoice.paid', invoice],
  ]
}

const paymentOf = (invoice: { payments: { data: { payment: { payment_intent: string } }[] } }) =>
  invoice.payments.data[0]?.payment.payment_intent ?? ''

/** What happens at Stripe, step by step: each step yields the events that tell of it. */
const STORIES: Record<string, (ordered: Ordered) => Generator<Event[]>> = {
  *'a payment that is refunded'(ordered) {
    const { events, invoice } = pays(ordered)
    yield events
    yield [['charge.refunded', state.refund(paymentOf(invoice))]]
  },
  *'a payment that is disputed'(ordered) {
    const { events, invoice } = pays(ordered)
    yield events
    yield [['charge.dispute.created', state.dispute(paymentOf(invoice))]]
  },
  *'a dispute that is lost'(ordered) {
    const { events, invoice } = pays(ordered)
    yield events
    const dispute = state.dispute(paymentOf(invoice))
    yield [['charge.dispute.created', dispute]]
    yield [['charge.dispute.closed', Object.assign(dispute, { status: 'lost' })]]
  },
  *'a renewal, then a dispute of it that is won'(ordered) {
    const { events, subscription } = pays(ordered)
    yield events
    const renewal = state.renew(subscription.id)
    yield [['invoice.paid', renewal]]
    const dispute = state.dispute(paymentOf(renewal))
    yield [['charge.dispute.created', dispute]]
    yield [['charge.dispute.closed', Object.assign(dispute, { status: 'won' })]]
  },
  *'a renewal that fails at first'(ordered) {
    const { events, subscription } = pays(ordered)
    yield events
    const renewal = state.renew(subscription.id, false)
    yield [['invoice.payment_failed', renewal]]
    yield [['invoice.paid', state.settle(renewal)]]
  },
  *'a renewal, then the end'(ordered) {
    const { events, subscription } = pays(ordered)
    yield events
    yield [['invoice.paid', state.renew(subscription.id)]]
    yield [['customer.subscription.updated', Object.assign(subscription, { cancel_at_period_end: true })]]
    yield [['customer.subscription.deleted', Object.assign(subscription, { status: 'canceled' })]]
  },
  *'a renewal whose former payment is refunded'(ordered) {
    const { events, invoice, subscription } = pays(ordered)
    yield events
    yield [['invoice.paid', state.renew(subscription.id)]]
    yield [['charge.refunded', state.refund(paymentOf(invoice))]]
  },
}

type Story = (typeof STORIES)[string]

/** Where all that has led to. */
async function endOf(org: OrgCtx): Promise<unknown> {
  const organizationId = org.organization.id
  const orders = await world.db.order.findMany({
    where: { organizationId },
    orderBy: { periodEnd: 'asc' },
    select: { kind: true, status: true, closedReason: true, amount: true },
  })
  const subscription = await world.db.subscription.findFirst({
    where: { organizationId },
    select: { status: true, endedReason: true, cancelAtPeriodEnd: true, periodStart: true, periodEnd: true },
  })
  const last = await license(org)
  return {
    orders,
    subscription: subscription && {
      status: subscription.status,
      endedReason: subscription.endedReason,
      // What has ended is not about to end.
      canceled: subscription.status !== 'ENDED' && subscription.cancelAtPeriodEnd,
    },
    days:
      subscription && (subscription.periodEnd.getTime() - subscription.periodStart.getTime()) / 86_400_000,
    licenses: await world.db.license.count({ where: { organizationId } }),
    license: last && { mau: last.mauThreshold, code: last.verdict.valid ? 'VALID' : last.verdict.code },
    grace: subscription && last && last.validUntil.getTime() - subscription.periodEnd.getTime(),
  }
}

/** Each event is told as soon as it happens: what every other order has to lead to. */
async function inOrder(story: Story) {
  const ordered = await ordering()
  for (const events of story(ordered)) for (const [type, object] of events) await tell(type, object)
  return endOf(ordered.org)
}

/** All has happened before anything is told. */
async function happened(story: Story) {
  const ordered = await ordering()
  return { ...ordered, events: [...story(ordered)].flat() }
}

/** Each one first, with the others after it as they happened and the other way round. */
function orders(count: number): number[][] {
  const all = Array.from({ length: count }, (_, at) => at)
  return all.flatMap(first => {
    const rest = all.toSpliced(first, 1)
    return [
      [first, ...rest],
      [first, ...rest.toReversed()],
    ]
  })
}

it.each(Object.entries(STORIES))(
  '%s ends the same in whatever order the events come, and come again',
  async (_, story) => {
    const end = await inOrder(story)
    const { events } = await happened(story)
    for (const order of orders(events.length)) {
      const one = await happened(story)
      for (const time of ['first', 'second']) {
        for (const at of order) await tell(...one.events[at]!)
        expect(await endOf(one.org), `${order.join()}, told a ${time} time`).toEqual(end)
      }
    }
  },
)

it('each ends the same when two processes take every event of all of them at once', async () => {
  const rounds = []
  for (const story of Object.values(STORIES)) {
    rounds.push({ end: await inOrder(story), ...(await happened(story)) })
  }
  const deliveries = rounds.flatMap(({ events }) => events.map(event => double.signed(...event)))
  const base = { url: world.pool.options.connectionString, master: TEST_MASTER_SECRET }
  const outcomes = await race('stripe-racer.ts', [
    { ...base, deliveries },
    { ...base, deliveries: deliveries.toReversed() },
  ])
  const each = (outcome: string) => deliveries.map(() => outcome)
  expect(outcomes.sort()).toEqual([...each('done'), ...each('replayed')])
  for (const { org, end } of rounds) expect(await endOf(org)).toEqual(end)
})
