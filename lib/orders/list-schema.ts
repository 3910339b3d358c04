import { z } from 'zod'
import { pageSchema } from '@/lib/keyset'
import { ORDER_STATUSES } from './schema'

/** What the lists take from the URL. Unknown values fall back, so that an old bookmark still opens. */
export const listOrdersSchema = pageSchema.extend({
  q: z.string().trim().max(100).catch('').default(''),
  status: z.enum(ORDER_STATUSES).or(z.literal('')).catch('').default(''),
  dir: z.enum(['asc', 'desc']).catch('desc').default('desc'),
})
export type ListOrdersInput = z.output<typeof listOrdersSchema>

export const exportOrdersSchema = listOrdersSchema
  .pick({ q: true, status: true })
  .extend({ format: z.enum(['csv', 'json']) })
export type ExportOrdersInput = z.output<typeof exportOrdersSchema>
