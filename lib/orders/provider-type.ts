import type { Ctx } from '@/lib/context'
import type { BillingInterval, Details } from './schema'
import type { OrderKind, PaymentMethod, Terms } from './view'

/** What a provider may know of an order that is open. */
export interface OpenOrder {
  id: string
  number: number
  organizationId: string
  kind: OrderKind
  planName: string
  mau: number
  interval: BillingInterval
  /** Minor units. */
  price: number
  amount: number
  currency: string
  details: Details
  stripeSessionId: string | null
  /** What it changes or renews; null: it is a first order. */
  subscription: { automaticTax: boolean } | null
}

/** What a provider may know of a subscription that runs. */
export interface RunningSubscription {
  id: string
  organizationId: string
  stripeSubscriptionId: string | null
}

/** The terms of the periods to come. */
export interface NextTerms {
  planName: string
  interval: BillingInterval
  price: number
  currency: string
}

/** A payment as its provider knows it. */
export interface ProviderPayment {
  stripePaymentId: string
  currency: string
}

/** What another interval costs, in minor units. */
export interface IntervalCost {
  now: number
  /** What is paid for and not used, beyond that: it pays for periods to come. */
  credit: number
}

/** Another interval that begins now, with a whole period. */
export interface NewInterval {
  terms: NextTerms & Pick<Terms, 'planCode' | 'mau'>
  /** Up to when the period that runs counts as used. */
  usedUntil: Date
}

/**
 * How money comes in. Every method may be called again for the same thing. They talk to others, so call them outside of
 * transactions. CONFLICT when the other side refuses or cannot be reached.
 */
export interface PaymentProvider {
  method: PaymentMethod
  /** Where the customer pays this order: an address to send the browser to. */
  open(ctx: Ctx, order: OpenOrder): Promise<{ url: string }>
  /** From now on nobody can pay it. CONFLICT when it is being paid. */
  close(ctx: Ctx, order: OpenOrder): Promise<void>
  /** Whether it is to end with the paid period. */
  cancel(ctx: Ctx, subscription: RunningSubscription, atPeriodEnd: boolean): Promise<void>
  /** What the periods to come cost. */
  change(ctx: Ctx, subscription: RunningSubscription, terms: NextTerms): Promise<void>
  /** The same, as it is agreed here: after a change that was refused here, or two at once. */
  keepPrice(ctx: Ctx, subscription: RunningSubscription): Promise<void>
  /** Where a payment that is late is made. CONFLICT when there is no such page. */
  openLate(ctx: Ctx, subscription: RunningSubscription): Promise<{ url: string }>
  /** Where another payment method is given for what is charged from then on. CONFLICT when nothing is. */
  openPaymentMethod(ctx: Ctx, subscription: RunningSubscription): Promise<{ url: string }>
  /** What another interval costs, were it to begin now; null: it waits for the next period. */
  quoteInterval(subscription: RunningSubscription, wish: NewInterval): Promise<IntervalCost | null>
  /** Begins it, and charges what it costs. CONFLICT when that cannot be charged: then nothing has changed. */
  beginInterval(ctx: Ctx, subscription: RunningSubscription, wish: NewInterval): Promise<void>
  /** What of a payment has not gone back, in minor units. */
  left(payment: ProviderPayment): Promise<number>
  /** What is left goes back to who paid it; CONFLICT when it is not this amount. `id` is that of the order. */
  refund(payment: ProviderPayment & { id: string; amount: number }): Promise<void>
  /** It ends now for this reason, and nothing is charged any more. */
  end(ctx: Ctx, subscription: RunningSubscription, reason: string): Promise<void>
}
