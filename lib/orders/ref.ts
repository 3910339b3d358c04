import { notFound } from '@/lib/errors'
import { parseOrderNumber } from './number'
import type { OrderRef } from './schema'

/** The order in a page's address. NOT_FOUND for what is no number. */
export function orderRef(text: string): OrderRef {
  const number = parseOrderNumber(text)
  if (number === null) throw notFound('This order')
  return { number }
}
