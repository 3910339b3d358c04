import { z } from 'zod'
import { newestFirst, oneOf, pageSchema, searchText } from '@/lib/keyset'
import { CLIENT_KINDS, CLIENT_STATUSES } from './schema'

/** What the list takes from the URL. */
export const listClientsSchema = pageSchema.extend({
  q: searchText,
  kind: oneOf(CLIENT_KINDS),
  status: oneOf(CLIENT_STATUSES),
  /** Only those that were registered with this statement. */
  ssa: z.uuid().or(z.literal('')).catch('').default(''),
  sort: z.enum(['createdAt', 'lastUsedAt', 'expiresAt']).catch('createdAt').default('createdAt'),
  dir: newestFirst,
})
export type ListClientsInput = z.output<typeof listClientsSchema>
