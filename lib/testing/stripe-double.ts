import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import Stripe from 'stripe'
import { type Form, parseForm, textIn } from './stripe-form'
import { newId, StripeState } from './stripe-state'
import type { Invoice, NewPrice, Refund, Session } from './stripe-types'

export const DOUBLE_KEY = 'sk_test_double'
export const DOUBLE_SECRET = 'whsec_double'

/** What of Stripe's API Writ calls, its page to pay on, and the signed messages that it sends. */
export class StripeDouble {
  readonly state = new StripeState()
  url = ''
  /** Where Writ takes its messages; none are sent while it is empty. */
  webhook = ''
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch(error => refuse(response, error))
  })
  private readonly signer = new Stripe(DOUBLE_KEY)

  async start(): Promise<void> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('The double listens on no port.')
    this.url = `http://localhost:${address.port}`
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
    const { body, signature } = this.signed(type, object)
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
    return (await fetch(this.webhook, { method: 'POST', headers, body })).status
  }

  /** The person pays on the page of this session. */
  async pay(session: Session): Promise<void> {
    this.state.complete(session)
    if (!this.webhook) return
    await this.tell('checkout.session.completed', session)
    const invoice = this.state.invoices.get(session.invoice ?? '')
    if (invoice) await this.tell('invoice.paid', invoice)
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', this.url)
    const [, area, ...rest] = pathname.split('/')
    const form = parseForm((await text(request)) || search.slice(1))
    if (area === 'pay') return this.page(request, response, this.state.sessions.get(rest[0] ?? ''))
    if (request.headers.authorization !== `Bearer ${DOUBLE_KEY}`) {
      return send(response, 401, { error: { type: 'invalid_request_error', message: 'Invalid API key' } })
    }
    const key = String(request.headers['idempotency-key'] ?? '')
    const object = this.call(`${request.method} ${rest.join('/')}`, form, key)
    if (object) return send(response, 200, object)
    send(response, 404, {
      error: { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${pathname}` },
    })
  }

  private call(call: string, form: Form, key: string): object | undefined {
    const [method, area = '', ...rest] = call.split(/[ /]/)
    const [first = '', second = '', third = ''] = rest
    const { state } = this
    switch (`${method} ${area}`) {
      case 'POST customers':
        return { id: first || newId('cus'), object: 'customer' }
      case 'POST products':
        return { id: newId('prod'), object: 'product' }
      case 'POST checkout':
        return second ? this.expire(second, third) : this.open(form, key)
      case 'GET checkout':
        return state.sessions.get(second)
      case 'GET subscriptions':
        return state.subscriptions.get(first)
      case 'POST subscriptions':
        return this.update(first, form)
      case 'DELETE subscriptions':
        return this.cancel(first)
      case 'POST invoices':
        return this.preview(form)
      case 'GET invoices':
        return first ? state.invoices.get(first) : latestFirst(state.invoices, invoicesOf(form))
      case 'GET refunds':
        return latestFirst(state.refunds, paidWith(form))
      case 'POST refunds':
        return this.refund(form, key)
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

  private open(form: Form, key: string): Session {
    const session = this.state.once.get(key) ?? this.state.newSession(form, this.url)
    if (key) this.state.once.set(key, session)
    return session
  }

  private refund(form: Form, key: string): Refund {
    const known = this.state.refunds.get(key)
    if (known) return known
    const payment_intent = textIn(form, 'payment_intent')
    this.state.refund(payment_intent)
    const refund: Refund = { id: newId('re'), object: 'refund', payment_intent }
    this.state.refunds.set(key, refund)
    return refund
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
    const price = priceIn(form)
    if (price.amount && price.interval !== item.price.recurring.interval) {
      if (this.state.declined.has(subscription.customer)) throw new Declined()
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

  /** What people see of Stripe: the amount, **Pay**, and a way back. */
  private async page(
    request: IncomingMessage,
    response: ServerResponse,
    session: Session | undefined,
  ): Promise<void> {
    if (!session) return send(response, 404, {})
    if (request.method === 'POST') {
      await this.pay(session)
      response.writeHead(303, { location: session.success_url }).end()
      return
    }
    const { _form: form, cancel_url } = session
    const amount = textIn(form, 'line_items', '0', 'price_data', 'unit_amount')
    const name = textIn(form, 'line_items', '0', 'price_data', 'product_data', 'name')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(`<!doctype html><html lang="en"><head><title>Pay</title><link rel="icon" href="data:,"></head>
<body><h1>${name}</h1><p>${amount}</p><form method="post"><button>Pay</button></form><a href="${cancel_url}">Back</a></body></html>`)
  }
}

/** What Stripe answers with 402. */
class Declined extends Error {}

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

function paidWith(form: Form) {
  return ({ payment_intent }: { payment_intent: string }) => payment_intent === textIn(form, 'payment_intent')
}

function refuse(response: ServerResponse, error: unknown): void {
  const declined = { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' }
  if (error instanceof Declined) send(response, 402, { error: declined })
  else send(response, 500, { error: { message: String(error) } })
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
