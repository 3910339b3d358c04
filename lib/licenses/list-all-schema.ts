import { z } from 'zod'
import { newestFirst, oneOf, pageSchema, searchText } from '@/lib/keyset'
import { ENDS_WITHIN, KINDS, STANDINGS } from './standing'

/** What the Console's list takes from the URL. */
export const listAllLicensesSchema = pageSchema.extend({
  q: searchText,
  status: oneOf(STANDINGS),
  kind: oneOf(KINDS),
  product: z.string().trim().max(100).catch('').default(''),
  /** In force or not, those that end in so many days. */
  ends: z.coerce.number().pipe(z.literal(ENDS_WITHIN)).or(z.literal('')).catch('').default(''),
  sort: z.enum(['createdAt', 'validUntil']).catch('createdAt').default('createdAt'),
  dir: newestFirst,
})
export type ListAllLicensesInput = z.output<typeof listAllLicensesSchema>
