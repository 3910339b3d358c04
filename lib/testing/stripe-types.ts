import type { Form } from './stripe-form'

/** What the double keeps, in the shape of Stripe's API as far as Writ reads it. */
export interface Session {
  id: string
  object: 'checkout.session'
  mode: string
  status: 'open' | 'complete' | 'expired'
  payment_status: 'paid' | 'unpaid' | 'no_payment_required'
  url: string | null
  success_url: string
  cancel_url: string
  subscription: string | null
  invoice: string | null
  payment_intent: string | null
  customer: string
  /** Of a page that asks for a card alone: what became of it. */
  setup_intent: { id: string; payment_method: string } | null
  currency: string
  amount_total: number | null
  total_details: { amount_tax: number } | null
  metadata: Record<string, string>
  /** What is shown on the page, and what the subscription is made with. */
  _form: Form
}

export interface Subscription {
  id: string
  object: 'subscription'
  status: string
  customer: string
  /** The card that it is charged to, wherever else the customer has another. */
  default_payment_method: string
  payment_settings: { save_default_payment_method: string }
  cancel_at_period_end: boolean
  automatic_tax: { enabled: boolean }
  metadata: Record<string, string>
  items: { data: Item[] }
}

export interface Item {
  id: string
  price: { unit_amount: number; currency: string; product: string; recurring: { interval: string } }
  current_period_start: number
  current_period_end: number
}

/** A price that a subscription is changed to. */
export interface NewPrice {
  amount: number
  interval: string
  /** Seconds since 1970. */
  usedUntil: number
}

export interface Invoice {
  id: string
  object: 'invoice'
  number: string
  status: 'open' | 'paid'
  hosted_invoice_url: string
  billing_reason: string
  currency: string
  amount_paid: number
  total_taxes: { amount: number }[]
  status_transitions: { paid_at: number | null }
  parent: { subscription_details: { subscription: string } }
  lines: { data: { period: { start: number; end: number } }[] }
  payments: { data: { status: string; payment: { type: string; payment_intent: string } }[] }
}

export interface Charge {
  id: string
  object: 'charge'
  payment_intent: string
  amount_captured: number
  refunded: boolean
  amount_refunded: number
  disputed: boolean
}

export interface Refund {
  id: string
  object: 'refund'
  payment_intent: string
  amount: number
  status: 'succeeded' | 'pending' | 'failed'
}

export interface Dispute {
  id: string
  object: 'dispute'
  payment_intent: string
  status: string
}
