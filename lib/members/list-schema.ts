import { z } from 'zod'
import { oneOf, pageSchema, searchText } from '@/lib/keyset'
import { ROLES } from './roles'

/** What the list takes from the URL. */
export const listMembersSchema = pageSchema.extend({
  q: searchText,
  role: oneOf(ROLES),
  sort: z.literal('createdAt').catch('createdAt').default('createdAt'),
  dir: z.enum(['asc', 'desc']).catch('asc').default('asc'),
})
export type ListMembersInput = z.output<typeof listMembersSchema>
