import type { Prisma } from '@/lib/generated/prisma/client'
import { type Cursor, rowsBeyond } from '@/lib/keyset'
import type { ListClientsInput } from './list-schema'

type Sort = ListClientsInput['sort']
type Order = 'asc' | 'desc'

/** Stands in a cursor for no date at all: no client was used, or over, in 1970. */
const NONE = new Date(0)

/** Where a row stands in the list. */
export function cursorOf(
  row: { id: string; createdAt: Date; lastUsedAt: Date | null; expiresAt: Date | null },
  sort: Sort,
): Cursor {
  return { at: row[sort] ?? NONE, id: row.id }
}

/** Ascending: never used comes before any use, and no expiry after every expiry. */
export function orderBy(sort: Sort, order: Order): Prisma.ClientOrderByWithRelationInput[] {
  const bySort =
    sort === 'createdAt'
      ? { createdAt: order }
      : { [sort]: { sort: order, nulls: nullsLast(sort, order) ? 'last' : 'first' } }
  return [bySort, { id: order }]
}

function nullsLast(sort: Sort, order: Order): boolean {
  return (sort === 'lastUsedAt') === (order === 'desc')
}

/** Rows after the cursor. */
export function beyond(sort: Sort, order: Order, { at, id }: Cursor): Prisma.ClientWhereInput {
  if (sort === 'createdAt') return rowsBeyond(order, { at, id }, { at: sort, id: 'id' })
  const past = order === 'asc' ? 'gt' : 'lt'
  const further = { id: { [past]: id } }
  const none = { [sort]: null }
  const last = nullsLast(sort, order)
  if (at.getTime() === NONE.getTime()) {
    return { OR: [{ ...none, ...further }, ...(last ? [] : [{ [sort]: { not: null } }])] }
  }
  return { OR: [{ [sort]: { [past]: at } }, { [sort]: at, ...further }, ...(last ? [none] : [])] }
}
