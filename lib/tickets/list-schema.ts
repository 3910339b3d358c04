import { z } from 'zod'
import { newestFirst, oneOf, pageSchema, searchText } from '@/lib/keyset'
import { TICKET_KINDS, TICKET_STATUSES } from './schema'

/** What the list takes from the URL. */
export const listTicketsSchema = pageSchema.extend({
  q: searchText,
  kind: oneOf(TICKET_KINDS),
  status: oneOf(TICKET_STATUSES),
  sort: z.enum(['lastMessageAt', 'createdAt']).catch('lastMessageAt').default('lastMessageAt'),
  dir: newestFirst,
})
export type ListTicketsInput = z.output<typeof listTicketsSchema>

/** The queue's also takes whose tickets: `me`, `nobody`, or an account. */
export const listQueueSchema = listTicketsSchema.extend({
  assignee: z.enum(['me', 'nobody', '']).or(z.uuid()).catch('').default(''),
})
export type ListQueueInput = z.output<typeof listQueueSchema>
