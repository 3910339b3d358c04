import type { Prisma } from '@/lib/generated/prisma/client'
import { MAX_INT4 } from '@/lib/int4'
import { type Cursor, type KeysetPlan, keysetQuery } from '@/lib/keyset'
import { containing } from '@/lib/search'
import type { ListTicketsInput } from './list-schema'

type Where = Prisma.TicketWhereInput

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

/** What `findMany` is asked for; a ticket's id in cursors is its number. */
export function ticketQuery(where: Where, { cursor, ...plan }: KeysetPlan, sort: ListTicketsInput['sort']) {
  // Within what the column holds: a cursor that somebody made up leads nowhere, and to no error of ours.
  const stands = cursor && { at: cursor.at, id: Math.min(Number.parseInt(cursor.id, 10) || 0, MAX_INT4) }
  return keysetQuery(where, { ...plan, cursor: stands }, { at: sort, id: 'number' })
}

export function cursorOf(sort: ListTicketsInput['sort']) {
  return (row: { number: number; createdAt: Date; lastMessageAt: Date }): Cursor => ({
    at: row[sort],
    id: String(row.number),
  })
}
