import { z } from 'zod'
import { pageSchema } from '@/lib/keyset'
import { ENDS_WITHIN, KINDS, STANDINGS } from './standing'

/** What the Console's list takes from the URL. Unknown values fall back, so that an old bookmark still opens. */
export const listAllLicensesSchema = pageSchema.extend({
  q: z.string().trim().max(100).catch('').default(''),
  status: z.enum(STANDINGS).or(z.literal('')).catch('').default(''),
  kind: z.enum(KINDS).or(z.literal('')).catch('').default(''),
  product: z.string().trim().max(100).catch('').default(''),
  /** In force or not, those that end in so many days. */
  ends: z.coerce.number().pipe(z.literal(ENDS_WITHIN)).or(z.literal('')).catch('').default(''),
  sort: z.enum(['createdAt', 'validUntil']).catch('createdAt').default('createdAt'),
  dir: z.enum(['asc', 'desc']).catch('desc').default('desc'),
})
export type ListAllLicensesInput = z.output<typeof listAllLicensesSchema>
