import { z } from 'zod'
import { newestFirst, oneOf, pageSchema, searchText } from '@/lib/keyset'
import { ORDER_STATUSES } from './schema'

/** What the lists take from the URL. */
export const listOrdersSchema = pageSchema.extend({
  q: searchText,
  status: oneOf(ORDER_STATUSES),
  dir: newestFirst,
})
export type ListOrdersInput = z.output<typeof listOrdersSchema>

export const exportOrdersSchema = listOrdersSchema
  .pick({ q: true, status: true })
  .extend({ format: z.enum(['csv', 'json']) })
export type ExportOrdersInput = z.output<typeof exportOrdersSchema>
