import { z } from 'zod'
import { pageSchema } from '@/lib/keyset'
import { CLIENT_KINDS, CLIENT_STATUSES } from './schema'

/** What the list takes from the URL. Unknown values fall back, so that an old bookmark still opens. */
export const listClientsSchema = pageSchema.extend({
  q: z.string().trim().max(100).catch('').default(''),
  kind: z.enum(CLIENT_KINDS).or(z.literal('')).catch('').default(''),
  status: z.enum(CLIENT_STATUSES).or(z.literal('')).catch('').default(''),
  /** Only those that were registered with this statement. */
  ssa: z.uuid().or(z.literal('')).catch('').default(''),
  sort: z.enum(['createdAt', 'lastUsedAt', 'expiresAt']).catch('createdAt').default('createdAt'),
  dir: z.enum(['asc', 'desc']).catch('desc').default('desc'),
})
export type ListClientsInput = z.output<typeof listClientsSchema>
