import Stripe from 'stripe'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'

/** Milliseconds before Stripe counts as gone. */
const TIMEOUT = 10_000

let known: Stripe | undefined

/** Stripe's API with this installation's key. CONFLICT when it has none (any more). */
export function stripe(): Stripe {
  known ??= connect()
  return known
}

function connect(): Stripe {
  const { STRIPE_SECRET_KEY: key, STRIPE_URL } = env()
  if (!key)
    throw new AppError('CONFLICT', 'This was ordered through Stripe, which is not set up here any more.')
  return new Stripe(key, { timeout: TIMEOUT, maxNetworkRetries: 2, telemetry: false, ...hostOf(STRIPE_URL) })
}

/** Another host than Stripe's own, as tests use it. */
function hostOf(address: string | undefined) {
  if (!address) return {}
  const { hostname: host, port, protocol } = new URL(address)
  return { host, port, protocol: protocol === 'http:' ? ('http' as const) : ('https' as const) }
}

/** The reason of whatever Stripe has not done. */
export const STRIPE_REFUSED = 'STRIPE'

/** What Stripe answers; its refusals as sentences for whoever pays, with the details in the log. */
export async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    log.error({ err: error, stripeRequest: error.requestId }, 'Stripe refused a request')
    throw new AppError('CONFLICT', sentenceOf(error), { reason: STRIPE_REFUSED })
  }
}

interface Key {
  idempotencyKey: string
}

/**
 * The same under an idempotency key: asked twice it is done once. Stripe keeps refusals under a key for a day, too. What
 * was refused before is asked again under a key of its own, for the reason may be gone: another card, or funds.
 */
export function askedOnce<T>(key: string, work: (options: Key) => Promise<T>): Promise<T> {
  return asked(pastRefusals(key, key, work))
}

async function pastRefusals<T>(first: string, key: string, work: (options: Key) => Promise<T>): Promise<T> {
  try {
    return await work({ idempotencyKey: key })
  } catch (error) {
    const former = refusedBefore(error)
    if (former === null) throw error
    return pastRefusals(first, `${first}-${former}`, work)
  }
}

/** The request whose refusal Stripe has repeated; null: it refuses for the first time. */
function refusedBefore(error: unknown): string | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null
  const { 'idempotent-replayed': replayed, 'original-request': request } = error.headers ?? {}
  return replayed === 'true' && request ? request : null
}

function sentenceOf(error: Stripe.errors.StripeError): string {
  if (error instanceof Stripe.errors.StripeCardError) {
    return 'Your card could not be charged, and nothing has changed. Update the payment method under Plan & Billing, or ask your bank.'
  }
  return error instanceof Stripe.errors.StripeConnectionError
    ? 'Stripe cannot be reached just now. Nothing was charged. Try again in a moment.'
    : 'Stripe did not accept this. Nothing was charged. Try again, or open a ticket.'
}

/** The id of what Stripe gives as an id or, where it was asked to, as the object itself. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  if (!reference) return null
  return typeof reference === 'string' ? reference : reference.id
}

/** Stripe's whole seconds since 1970. */
export function fromSeconds(seconds: number): Date {
  return new Date(seconds * 1000)
}
