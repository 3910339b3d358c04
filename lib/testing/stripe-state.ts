import { randomUUID } from 'node:crypto'
import { type Form, isTaxed, metadataIn, textIn } from './stripe-form'
import type { Charge, Dispute, Invoice, NewPrice, Refund, Session, Subscription } from './stripe-types'

export class StripeState {
  readonly sessions = new Map<string, Session>()
  readonly subscriptions = new Map<string, Subscription>()
  readonly invoices = new Map<string, Invoice>()
  /** By the payment that each is of. */
  readonly charges = new Map<string, Charge>()
  readonly disputes = new Map<string, Dispute>()
  /** Cards that are declined. */
  readonly declined = new Set<string>()
  /** What was paid back, on request and in the dashboard. */
  readonly refunds = new Map<string, Refund>()
  /** The address of the pages that people see. */
  pages = ''
  /** What Stripe's clock says, in seconds since 1970. */
  seconds = () => Math.floor(Date.now() / 1000)

  newSession(form: Form): Session {
    const id = newId('cs_test')
    const session: Session = {
      id,
      object: 'checkout.session',
      mode: textIn(form, 'mode'),
      status: 'open',
      payment_status: 'unpaid',
      url: `${this.pages}/pay/${id}`,
      success_url: textIn(form, 'success_url'),
      cancel_url: textIn(form, 'cancel_url'),
      subscription: null,
      invoice: null,
      payment_intent: null,
      customer: textIn(form, 'customer'),
      setup_intent: null,
      currency: textIn(form, 'line_items', '0', 'price_data', 'currency'),
      amount_total: null,
      total_details: null,
      metadata: metadataIn(form),
      _form: form,
    }
    this.sessions.set(id, session)
    return session
  }

  /** The person has paid on the page: what Stripe makes of it. */
  complete(session: Session): void {
    session.status = 'complete'
    session.url = null
    if (session.mode === 'setup') {
      session.payment_status = 'no_payment_required'
      session.setup_intent = { id: newId('seti'), payment_method: newId('pm') }
      return
    }
    session.payment_status = 'paid'
    if (session.mode === 'payment') {
      const net = Number(textIn(session._form, 'line_items', '0', 'price_data', 'unit_amount'))
      const amount_tax = taxOn(net, isTaxed(session._form))
      session.payment_intent = this.newPayment(net + amount_tax)
      session.amount_total = net + amount_tax
      session.total_details = { amount_tax }
      return
    }
    const subscription = this.newSubscription(session._form)
    session.subscription = subscription.id
    session.invoice = this.newInvoice(subscription, 'subscription_create').id
  }

  private newSubscription(form: Form): Subscription {
    const price = ['line_items', '0', 'price_data']
    const interval = textIn(form, ...price, 'recurring', 'interval')
    const start = this.seconds()
    const subscription: Subscription = {
      id: newId('sub'),
      object: 'subscription',
      status: 'active',
      customer: textIn(form, 'customer'),
      default_payment_method: newId('pm'),
      payment_settings: { save_default_payment_method: 'off' },
      cancel_at_period_end: false,
      automatic_tax: { enabled: isTaxed(form) },
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
    return this.newInvoice(subscription, 'subscription_cycle', { paid })
  }

  /** What another interval costs, were it to begin now: negative where more is left of the one that runs. */
  intervalTotal({ items }: Subscription, { amount, usedUntil }: NewPrice): number {
    const [item] = items.data
    if (!item) throw new Error('A subscription has an item.')
    const { current_period_start: start, current_period_end: end } = item
    return amount - Math.round((item.price.unit_amount * (end - usedUntil)) / (end - start))
  }

  /** It begins, and is charged. Where that interval runs already, Stripe makes an invoice over nothing. */
  beginInterval(subscription: Subscription, price: NewPrice): Invoice {
    const total = this.intervalTotal(subscription, price)
    const [item] = subscription.items.data
    if (!item) throw new Error('A subscription has an item.')
    if (price.interval !== item.price.recurring.interval) {
      item.current_period_start = this.seconds()
      item.current_period_end = after(item.current_period_start, price.interval)
    }
    item.price.unit_amount = price.amount
    item.price.recurring.interval = price.interval
    return this.newInvoice(subscription, 'subscription_update', { amount: Math.max(0, total) })
  }

  private newInvoice(
    { id: subscription, items, automatic_tax }: Subscription,
    billing_reason: string,
    terms: { paid?: boolean; amount?: number } = {},
  ): Invoice {
    const { paid = true } = terms
    const [item] = items.data
    if (!item) throw new Error('A subscription has an item.')
    const { current_period_start: start, current_period_end: end } = item
    const { amount: net = item.price.unit_amount } = terms
    const tax = taxOn(net, automatic_tax.enabled)
    const amount = net + tax
    const payment_intent = this.newPayment(amount)
    const id = newId('in')
    const invoice: Invoice = {
      id,
      hosted_invoice_url: `${this.pages}/invoice/${id}`,
      object: 'invoice',
      number: `DOUBLE-${this.invoices.size + 1}`,
      status: paid ? 'paid' : 'open',
      billing_reason,
      currency: item.price.currency,
      amount_paid: paid ? amount : 0,
      total_taxes: [{ amount: tax }],
      status_transitions: { paid_at: paid ? this.seconds() : null },
      parent: { subscription_details: { subscription } },
      lines: { data: [{ period: { start, end } }] },
      payments: {
        data:
          amount > 0
            ? [{ status: paid ? 'paid' : 'open', payment: { type: 'payment_intent', payment_intent } }]
            : [],
      },
    }
    this.invoices.set(invoice.id, invoice)
    return invoice
  }

  private newPayment(amount_captured: number): string {
    const payment_intent = newId('pi')
    const untouched = { amount_captured, refunded: false, amount_refunded: 0, disputed: false }
    this.charges.set(payment_intent, { id: newId('ch'), object: 'charge', payment_intent, ...untouched })
    return payment_intent
  }

  private chargeOf(payment_intent: string): Charge {
    const charge = this.charges.get(payment_intent)
    if (!charge) throw new Error(`There is no payment ${payment_intent}.`)
    return charge
  }

  /** What could not be charged is paid after all. */
  settle(invoice: Invoice): Invoice {
    const subscription = this.subscriptions.get(invoice.parent.subscription_details.subscription)
    const price = subscription?.items.data[0]?.price
    if (!subscription || !price) throw new Error('An invoice is of a subscription.')
    subscription.status = 'active'
    for (const payment of invoice.payments.data) payment.status = 'paid'
    invoice.status_transitions.paid_at = this.seconds()
    return Object.assign(invoice, { status: 'paid', amount_paid: price.unit_amount })
  }

  /** What is left of a payment, or a part of it, goes back. */
  refund(payment_intent: string, part?: number): Charge {
    const charge = this.chargeOf(payment_intent)
    const amount = part ?? charge.amount_captured - charge.amount_refunded
    const id = newId('re')
    this.refunds.set(id, { id, object: 'refund', payment_intent, amount, status: 'succeeded' })
    charge.amount_refunded += amount
    charge.refunded = charge.amount_refunded >= charge.amount_captured
    return charge
  }

  /** The bank did not take the latest of them. */
  failRefund(payment_intent: string): Refund {
    const refund = [...this.refunds.values()].findLast(one => one.payment_intent === payment_intent)
    if (!refund) throw new Error(`Nothing of ${payment_intent} was paid back.`)
    const charge = this.chargeOf(payment_intent)
    charge.amount_refunded -= refund.status === 'failed' ? 0 : refund.amount
    charge.refunded = false
    return Object.assign(refund, { status: 'failed' as const })
  }

  dispute(payment_intent: string): Dispute {
    this.chargeOf(payment_intent).disputed = true
    const dispute: Dispute = { id: newId('dp'), object: 'dispute', payment_intent, status: 'needs_response' }
    this.disputes.set(dispute.id, dispute)
    return dispute
  }
}

/** Of every address, Stripe's tax is a tenth. */
function taxOn(net: number, enabled: boolean): number {
  return enabled ? Math.round(net / 10) : 0
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
