import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import Stripe from 'stripe'
import { KEPT } from '@/e2e/support/http'
import { type Form, parseForm, textIn } from './stripe-form'
import { type Answer, OnceByKey } from './stripe-once'
import { answerPage } from './stripe-pages'
import { newId, StripeState } from './stripe-state'
import type { Invoice, NewPrice, Refund, Session } from './stripe-types'

export const DOUBLE_KEY = 'sk_test_double'
export const DOUBLE_SECRET = 'whsec_double'

/** What of Stripe's API Writ calls, its page to pay on, and the signed messages that it sends. */
export class StripeDouble {
  readonly state = new StripeState()
  url = ''
  /** What happens elsewhere when a call has had its effect, before it is answered. */
  meanwhile: (call: string) => Promise<void> = async () => {}
  /** Where Writ takes its messages; none are sent while it is empty. */
  webhook = ''
  private readonly server = createServer(KEPT, (request, response) => {
    this.answer(request, response).catch(error => refuse(response, error))
  })
  private readonly signer = new Stripe(DOUBLE_KEY)
  private readonly once = new OnceByKey()

  async start(): Promise<void> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('The double listens on no port.')
    this.url = `http://localhost:${address.port}`
    this.state.pages = this.url
  }

  stop(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  /** A message as Stripe signs it. */
  signed(type: string, object: object, id = newId('evt')): { body: string; signature: string } {
    const body = JSON.stringify({ id, object: 'event', type, data: { object } })
    const signature = this.signer.webhooks.generateTestHeaderString({ payload: body, secret: DOUBLE_SECRET })
    return { body, signature }
  }

  /** Sends it to Writ: the status of the answer. */
  async tell(type: string, object: object): Promise<number> {
    if (!this.webhook) return 0
    const { body, signature } = this.signed(type, object)
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
    return (await fetch(this.webhook, { method: 'POST', headers, body })).status
  }

  /** The person pays, or gives a card, on the page of this session. */
  async pay(session: Session): Promise<void> {
    this.state.complete(session)
    await this.tell('checkout.session.completed', session)
    const invoice = this.state.invoices.get(session.invoice ?? '')
    if (invoice) await this.tell('invoice.paid', invoice)
  }

  /** The person pays on the page of this invoice. */
  async payInvoice(invoice: Invoice): Promise<void> {
    this.state.settle(invoice)
    await this.tell('invoice.paid', invoice)
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', this.url)
    const body = (await text(request)) || search.slice(1)
    if (await answerPage(this, pathname, { request, response })) return
    if (request.headers.authorization !== `Bearer ${DOUBLE_KEY}`) {
      const error = { type: 'invalid_request_error', message: 'Invalid API key' }
      return send(response, { status: 401, body: { error } })
    }
    const key = request.method === 'POST' ? String(request.headers['idempotency-key'] ?? '') : ''
    const path = pathname.replace(/^\/v1\//, '')
    const call = `${request.method} ${path}`
    const work = () => this.asked(call, parseForm(body))
    // As it was then, whatever happens meanwhile.
    const answer = structuredClone(this.once.answer(key, `${path} ${body}`, work))
    await this.meanwhile(call)
    send(response, answer)
  }

  private asked(call: string, form: Form): Answer {
    try {
      const object = this.call(call, form)
      if (object) return { status: 200, body: object }
    } catch (error) {
      if (error instanceof Declined) return { status: 402, body: { error: DECLINED } }
      throw error
    }
    const error = { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${call}` }
    return { status: 404, body: { error } }
  }

  private call(call: string, form: Form): object | undefined {
    const [method, area = '', ...rest] = call.split(/[ /]/)
    const [first = '', second = '', third = ''] = rest
    const { state } = this
    switch (`${method} ${area}`) {
      case 'POST customers':
        return { id: first || newId('cus'), object: 'customer' }
      case 'POST products':
        return { id: newId('prod'), object: 'product' }
      case 'POST checkout':
        return second ? this.expire(second, third) : state.newSession(form)
      case 'GET checkout':
        return second ? state.sessions.get(second) : latestFirst(state.sessions, sessionsOf(form))
      case 'GET subscriptions':
        return state.subscriptions.get(first)
      case 'POST subscriptions':
        return this.update(first, form)
      case 'DELETE subscriptions':
        return this.cancel(first)
      case 'POST invoices':
        return second === 'pay' ? this.charge(first) : this.preview(form)
      case 'GET invoices':
        return first ? state.invoices.get(first) : latestFirst(state.invoices, invoicesOf(form))
      case 'POST refunds':
        return this.refund(form)
      case 'GET refunds':
        return first ? state.refunds.get(first) : latestFirst(state.refunds, paidWith(form))
      case 'GET charges':
        return [...state.charges.values()].find(({ id }) => id === first)
      case 'GET payment_intents':
        return { id: first, object: 'payment_intent', latest_charge: state.charges.get(first) ?? null }
      case 'GET disputes':
        return first ? state.disputes.get(first) : latestFirst(state.disputes, paidWith(form))
      default:
        return undefined
    }
  }

  private refund(form: Form): Refund | undefined {
    this.state.refund(textIn(form, 'payment_intent'), Number(textIn(form, 'amount')))
    return [...this.state.refunds.values()].at(-1)
  }

  /** An open invoice is charged to the card of its subscription. */
  private charge(id: string): Invoice | undefined {
    const invoice = this.state.invoices.get(id)
    const subscription = this.state.subscriptions.get(invoice?.parent.subscription_details.subscription ?? '')
    if (!invoice || !subscription) return undefined
    if (this.state.declined.has(subscription.default_payment_method)) throw new Declined()
    return this.state.settle(invoice)
  }

  private expire(id: string, verb: string): Session | undefined {
    const session = this.state.sessions.get(id)
    if (session?.status === 'open' && verb === 'expire') session.status = 'expired'
    return session
  }

  private update(id: string, form: Form) {
    const subscription = this.state.subscriptions.get(id)
    const item = subscription?.items.data[0]
    if (!subscription || !item) return undefined
    const cancel = textIn(form, 'cancel_at_period_end')
    if (cancel) subscription.cancel_at_period_end = cancel === 'true'
    const ended = textIn(form, 'metadata', 'ended')
    if (ended) subscription.metadata.ended = ended
    subscription.default_payment_method =
      textIn(form, 'default_payment_method') || subscription.default_payment_method
    const saved = textIn(form, 'payment_settings', 'save_default_payment_method')
    if (saved) subscription.payment_settings.save_default_payment_method = saved
    const price = priceIn(form)
    if (textIn(form, 'proration_behavior') === 'always_invoice') {
      if (this.state.declined.has(subscription.default_payment_method)) throw new Declined()
      for (const name of ['plan', 'plan_name', 'mau']) {
        subscription.metadata[name] = textIn(form, 'metadata', name)
      }
      this.state.beginInterval(subscription, price)
    } else if (price.amount) item.price.unit_amount = price.amount
    return subscription
  }

  private preview(form: Form): object | undefined {
    const subscription = this.state.subscriptions.get(textIn(form, 'subscription'))
    const changes = form.subscription_details
    if (!subscription || typeof changes !== 'object') return undefined
    const total = this.state.intervalTotal(subscription, priceIn(changes))
    return { object: 'invoice', total, amount_due: Math.max(0, total) }
  }

  private cancel(id: string) {
    const subscription = this.state.subscriptions.get(id)
    if (subscription) subscription.status = 'canceled'
    return subscription
  }
}

/** What Stripe answers with 402. */
class Declined extends Error {}
const DECLINED = { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' }

function priceIn(form: Form): NewPrice {
  const price = ['items', '0', 'price_data']
  return {
    amount: Number(textIn(form, ...price, 'unit_amount')),
    interval: textIn(form, ...price, 'recurring', 'interval'),
    usedUntil: Number(textIn(form, 'proration_date')),
  }
}

/** What a list call asks for, as Stripe orders it. */
function latestFirst<T>(all: Map<string, T>, asked: (one: T) => boolean): object {
  return { object: 'list', data: [...all.values()].filter(asked).reverse(), has_more: false }
}

function invoicesOf(form: Form) {
  return ({ parent, status }: Invoice) =>
    parent.subscription_details.subscription === textIn(form, 'subscription') &&
    status === textIn(form, 'status')
}

function sessionsOf(form: Form) {
  return ({ customer, status }: Session) =>
    customer === textIn(form, 'customer') && status === textIn(form, 'status')
}

function paidWith(form: Form) {
  return ({ payment_intent }: { payment_intent: string }) => payment_intent === textIn(form, 'payment_intent')
}

function refuse(response: ServerResponse, error: unknown): void {
  send(response, { status: 500, body: { error: { message: String(error) } } })
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
