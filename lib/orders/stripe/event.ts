import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'

/** What an event changes here, within the transaction that notes the event; null: nothing. */
export type Effect = ((tx: Tx) => Promise<unknown>) | null

/**
 * Deals with one sort of event. Events come late, twice and out of order: a handler takes only the id from it, reads at
 * Stripe how things stand now, and writes by compare-and-set.
 */
export type Handler = (ctx: Ctx, id: string, type: Stripe.Event['type']) => Promise<Effect>
