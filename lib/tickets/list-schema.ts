import { z } from 'zod'
import { pageSchema } from '@/lib/keyset'
import { TICKET_KINDS, TICKET_STATUSES } from './schema'

/** What the list takes from the URL. Unknown values fall back, so that an old bookmark still opens. */
export const listTicketsSchema = pageSchema.extend({
  q: z.string().trim().max(100).catch('').default(''),
  kind: z.enum(TICKET_KINDS).or(z.literal('')).catch('').default(''),
  status: z.enum(TICKET_STATUSES).or(z.literal('')).catch('').default(''),
  sort: z.enum(['lastMessageAt', 'createdAt']).catch('lastMessageAt').default('lastMessageAt'),
  dir: z.enum(['asc', 'desc']).catch('desc').default('desc'),
})
export type ListTicketsInput = z.output<typeof listTicketsSchema>

/** The queue's also takes whose tickets: `me`, `nobody`, or an account. */
export const listQueueSchema = listTicketsSchema.extend({
  assignee: z.enum(['me', 'nobody', '']).or(z.uuid()).catch('').default(''),
})
export type ListQueueInput = z.output<typeof listQueueSchema>
