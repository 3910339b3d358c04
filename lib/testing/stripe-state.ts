import { randomUUID } from 'node:crypto'
import { type Form, textIn } from './stripe-form'

/** What the double keeps, in the shape of Stripe's API as far as Writ reads it. */
export interface Session {
  id: string
  object: 'checkout.session'
  mode: string
  status: 'open' | 'complete' | 'expired'
  payment_status: 'paid' | 'unpaid'
  url: string | null
  success_url: string
  cancel_url: string
  subscription: string | null
  invoice: string | null
  payment_intent: string | null
  metadata: Record<string, string>
  /** What is shown on the page, and what the subscription is made with. */
  _form: Form
}

export interface Subscription {
  id: string
  object: 'subscription'
  status: string
  customer: string
  cancel_at_period_end: boolean
  metadata: Record<string, string>
  items: { data: Item[] }
}

interface Item {
  id: string
  price: { unit_amount: number; currency: string; product: string; recurring: { interval: string } }
  current_period_start: number
  current_period_end: number
}

export interface Invoice {
  id: string
  object: 'invoice'
  number: string
  status: 'open' | 'paid'
  billing_reason: string
  amount_paid: number
  status_transitions: { paid_at: number | null }
  parent: { subscription_details: { subscription: string } }
  lines: { data: { period: { start: number; end: number } }[] }
  payments: { data: { status: string; payment: { type: string; payment_intent: string } }[] }
}

export interface Charge {
  id: string
  object: 'charge'
  payment_intent: string
  refunded: boolean
  amount_refunded: number
}

export interface Dispute {
  id: string
  object: 'dispute'
  payment_intent: string
  status: string
}

export class StripeState {
  readonly sessions = new Map<string, Session>()
  readonly subscriptions = new Map<string, Subscription>()
  readonly invoices = new Map<string, Invoice>()
  readonly charges = new Map<string, Charge>()
  readonly disputes = new Map<string, Dispute>()
  /** Sessions by idempotency key. */
  readonly once = new Map<string, Session>()
  /** What was paid back, by idempotency key. */
  readonly refunds = new Map<string, Charge>()

  newSession(form: Form, base: string): Session {
    const id = newId('cs_test')
    const session: Session = {
      id,
      object: 'checkout.session',
      mode: textIn(form, 'mode'),
      status: 'open',
      payment_status: 'unpaid',
      url: `${base}/pay/${id}`,
      success_url: textIn(form, 'success_url'),
      cancel_url: textIn(form, 'cancel_url'),
      subscription: null,
      invoice: null,
      payment_intent: null,
      metadata: { order: textIn(form, 'metadata', 'order') },
      _form: form,
    }
    this.sessions.set(id, session)
    return session
  }

  /** The person has paid on the page: what Stripe makes of it. */
  complete(session: Session): void {
    session.status = 'complete'
    session.payment_status = 'paid'
    session.url = null
    if (session.mode === 'payment') {
      session.payment_intent = newId('pi')
      return
    }
    const subscription = this.newSubscription(session._form)
    session.subscription = subscription.id
    session.invoice = this.newInvoice(subscription, 'subscription_create').id
  }

  private newSubscription(form: Form): Subscription {
    const price = ['line_items', '0', 'price_data']
    const interval = textIn(form, ...price, 'recurring', 'interval')
    const start = Math.floor(Date.now() / 1000)
    const subscription: Subscription = {
      id: newId('sub'),
      object: 'subscription',
      status: 'active',
      customer: textIn(form, 'customer'),
      cancel_at_period_end: false,
      metadata: { order: textIn(form, 'subscription_data', 'metadata', 'order') },
      items: {
        data: [
          {
            id: newId('si'),
            price: {
              unit_amount: Number(textIn(form, ...price, 'unit_amount')),
              currency: textIn(form, ...price, 'currency'),
              product: newId('prod'),
              recurring: { interval },
            },
            current_period_start: start,
            current_period_end: after(start, interval),
          },
        ],
      },
    }
    this.subscriptions.set(subscription.id, subscription)
    return subscription
  }

  /** The next period begins, and its invoice is paid, or not. */
  renew(id: string, paid = true): Invoice {
    const subscription = this.subscriptions.get(id)
    const item = subscription?.items.data[0]
    if (!subscription || !item) throw new Error(`There is no subscription ${id}.`)
    item.current_period_start = item.current_period_end
    item.current_period_end = after(item.current_period_end, item.price.recurring.interval)
    subscription.status = paid ? 'active' : 'past_due'
    return this.newInvoice(subscription, 'subscription_cycle', paid)
  }

  private newInvoice(
    { id: subscription, items }: Subscription,
    billing_reason: string,
    paid = true,
  ): Invoice {
    const [item] = items.data
    if (!item) throw new Error('A subscription has an item.')
    const { current_period_start: start, current_period_end: end } = item
    const payment_intent = newId('pi')
    const invoice: Invoice = {
      id: newId('in'),
      object: 'invoice',
      number: `DOUBLE-${this.invoices.size + 1}`,
      status: paid ? 'paid' : 'open',
      billing_reason,
      amount_paid: paid ? item.price.unit_amount : 0,
      status_transitions: { paid_at: paid ? Math.floor(Date.now() / 1000) : null },
      parent: { subscription_details: { subscription } },
      lines: { data: [{ period: { start, end } }] },
      payments: {
        data: [{ status: paid ? 'paid' : 'open', payment: { type: 'payment_intent', payment_intent } }],
      },
    }
    this.invoices.set(invoice.id, invoice)
    return invoice
  }

  refund(payment_intent: string, refunded = true): Charge {
    const charge: Charge = { id: newId('ch'), object: 'charge', payment_intent, refunded, amount_refunded: 1 }
    this.charges.set(charge.id, charge)
    return charge
  }

  dispute(payment_intent: string): Dispute {
    const dispute: Dispute = { id: newId('dp'), object: 'dispute', payment_intent, status: 'needs_response' }
    this.disputes.set(dispute.id, dispute)
    return dispute
  }
}

export function newId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll('-', '')}`
}

function after(start: number, interval: string): number {
  const end = new Date(start * 1000)
  if (interval === 'year') end.setUTCFullYear(end.getUTCFullYear() + 1)
  else end.setUTCMonth(end.getUTCMonth() + 1)
  return Math.floor(end.getTime() / 1000)
}
