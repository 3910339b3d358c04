/** Per cent of its threshold that Flex lets an organization use (contract, section 1.8). */
export const ALLOWED_PERCENT = 115

/** The monthly active users from which on Flex closes its Admin UI: up to one less it lets people in. */
export function closesAt(mauThreshold: number): number {
  return Math.ceil((mauThreshold * ALLOWED_PERCENT) / 100)
}
