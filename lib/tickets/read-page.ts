import type { Prisma } from '@/lib/generated/prisma/client'
import { type Cursor, rowsBeyond } from '@/lib/keyset'
import { containing } from '@/lib/search'
import type { ListTicketsInput } from './list-schema'

type Where = Prisma.TicketWhereInput
type Order = 'asc' | 'desc'

/** What of a list's address narrows it, in either list; `more` is where else the words may stand. */
export function whereTickets({ q, kind, status }: ListTicketsInput, more: (q: string) => Where[]): Where {
  return {
    ...(kind && { kind }),
    ...(status && { status }),
    ...(q && {
      OR: [{ subject: containing(q) }, { openedByName: containing(q) }, ...byNumber(q), ...more(q)],
    }),
  }
}

/** `#1042` and `1042` name a ticket. */
function byNumber(q: string): Where[] {
  const number = /^#?(\d{1,9})$/.exec(q)?.[1]
  return number ? [{ number: Number(number) }] : []
}

export function orderBy(sort: ListTicketsInput['sort'], order: Order) {
  return [{ [sort]: order }, { number: order }]
}

/** What the column holds: a cursor that somebody made up leads nowhere, and to no error of ours. */
const MOST = 2_147_483_647

/** Rows after the cursor. */
export function beyond(sort: ListTicketsInput['sort'], order: Order, { at, id }: Cursor): Where {
  const number = Math.min(Number.parseInt(id, 10) || 0, MOST)
  return rowsBeyond(order, { at, id: number }, { at: sort, id: 'number' })
}

export function cursorOf(sort: ListTicketsInput['sort']) {
  return (row: { number: number; createdAt: Date; lastMessageAt: Date }): Cursor => ({
    at: row[sort],
    id: String(row.number),
  })
}
