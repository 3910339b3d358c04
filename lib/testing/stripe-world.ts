import { afterAll, beforeAll, expect } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { subscribe } from '@/lib/orders/subscribe'
import { testWorld } from './context'
import { testDoor } from './door'
import { checkout, numberIn } from './ordering'
import { DOUBLE_KEY, DOUBLE_SECRET, StripeDouble } from './stripe-double'
import type { Session } from './stripe-types'

/** A world whose orders are paid through a double of Stripe. Call it at the top of a test file. */
export function stripeWorld() {
  const world = testWorld()
  const door = testDoor(world)
  const double = new StripeDouble()
  // No day begins there and not here.
  double.state.seconds = () => Math.floor(world.clock.now().getTime() / 1000)

  beforeAll(async () => {
    await double.start()
    Object.assign(process.env, {
      STRIPE_SECRET_KEY: DOUBLE_KEY,
      STRIPE_WEBHOOK_SECRET: DOUBLE_SECRET,
      STRIPE_URL: double.url,
    })
  })
  afterAll(() => double.stop())

  const subscriptionOf = (org: OrgCtx) =>
    world.db.subscription.findFirstOrThrow({ where: { organizationId: org.organization.id } })
  const counts = async ({ organization: { id: organizationId } }: OrgCtx) => ({
    licenses: await world.db.license.count({ where: { organizationId } }),
    subscriptions: await world.db.subscription.count({ where: { organizationId } }),
    paid: await world.db.order.count({ where: { organizationId, status: 'PAID' } }),
  })

  async function send({ body, signature }: { body: string; signature: string }) {
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
    const response = await door.call('/webhooks/stripe', { method: 'POST', headers, body })
    return { status: response.status, body: await response.json() }
  }

  /** Signs and delivers an event, which must be taken. */
  async function tell(type: string, object: object): Promise<string> {
    const { status, body } = await send(double.signed(type, object))
    expect(status).toBe(200)
    return body.received
  }

  /** Does this while Stripe works on the next such call, once. */
  function during(call: string, work: () => Promise<unknown>): void {
    double.meanwhile = async asked => {
      if (asked !== call) return
      double.meanwhile = async () => {}
      await work()
    }
  }

  function sessionAt(url: string): Session {
    const session = double.state.sessions.get(url.split('/').at(-1) ?? '')
    if (!session) throw new Error(`No session is paid at ${url}.`)
    return session
  }

  /** An organization that has gone to Stripe's page. */
  async function ordering(wanted = {}): Promise<{ org: OrgCtx; number: number; session: Session }> {
    const org = await world.newOrganization()
    const { number, url } = await subscribe(org, checkout(wanted))
    return { org, number: numberIn(number), session: sessionAt(url) }
  }

  /** The same, once it has paid. */
  async function paying(wanted = {}) {
    const ordered = await ordering(wanted)
    double.state.complete(ordered.session)
    await tell('checkout.session.completed', ordered.session)
    const { stripeSubscriptionId } = await subscriptionOf(ordered.org)
    return { ...ordered, id: stripeSubscriptionId ?? '' }
  }

  return { world, double, subscriptionOf, counts, send, tell, during, sessionAt, ordering, paying }
}
