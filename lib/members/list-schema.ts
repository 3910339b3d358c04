import { z } from 'zod'
import { pageSchema } from '@/lib/keyset'
import { roleSchema } from './schema'

/** What the list takes from the URL. Unknown values fall back, so that an old bookmark still opens. */
export const listMembersSchema = pageSchema.extend({
  q: z.string().trim().max(100).catch('').default(''),
  role: roleSchema.or(z.literal('')).catch('').default(''),
  sort: z.literal('createdAt').catch('createdAt').default('createdAt'),
  dir: z.enum(['asc', 'desc']).catch('asc').default('asc'),
})
export type ListMembersInput = z.output<typeof listMembersSchema>
