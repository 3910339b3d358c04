import { notFound } from '@/lib/errors'
import { type TicketId, ticketIdSchema } from './schema'

/** The ticket that an address names. Throws NOT_FOUND for what is no number. */
export function ticketIdOf(text: string): TicketId {
  const id = ticketIdSchema.safeParse({ number: /^\d+$/.test(text) ? Number(text) : null })
  if (!id.success) throw notFound('This ticket')
  return id.data
}
