import { DEFAULT_PRODUCT } from './products'

/** Per cent of its threshold that Flex lets an organization use (license contract §1.8). */
export const ALLOWED_PERCENT = 115

/** The monthly active users from which on Flex closes its Admin UI: up to one less it lets people in. */
export function flexClosesAt(mauThreshold: number): number {
  return Math.ceil((mauThreshold * ALLOWED_PERCENT) / 100)
}

/** The same for a license of any product; null for those that close nothing. */
export function closesAt(productCode: string, mauThreshold: number): number | null {
  return productCode === DEFAULT_PRODUCT ? flexClosesAt(mauThreshold) : null
}
