import { z } from 'zod'
import { AppError } from './errors'
import { isUuid } from './is-uuid'
import { PAGE_SIZES, type Page } from './page'

export { EXACT_TOTAL, type Page } from './page'

/** What every list takes from the URL: a page size and at most one cursor. */
export const pageSchema = z.object({
  size: z.coerce.number().pipe(z.literal(PAGE_SIZES)).catch(10).default(10),
  after: z.string().max(500).optional(),
  before: z.string().max(500).optional(),
})
export type PageInput = z.output<typeof pageSchema>

// What else lists take from the URL. Unknown values fall back, so that an old bookmark still opens.

/** Words to search for; empty: no search. */
export const searchText = z.string().trim().max(100).catch('').default('')

/** One value of a fixed set to filter by; empty: all of them. */
export function oneOf<const Value extends string>(values: readonly Value[]) {
  return z.enum(values).or(z.literal('')).catch('').default('')
}

/** The direction of a list whose newest rows come first. */
export const newestFirst = z.enum(['asc', 'desc']).catch('desc').default('desc')

/** Where a row stands in a list. */
export interface Cursor<Id extends string | number = string> {
  at: Date
  id: Id
}

const moment = z.iso.datetime().transform(text => new Date(text))
/** No row is older than its clock: before 1970 there are moments that no column keeps. */
const cursorSchema = z.tuple([moment.refine(at => at.getTime() >= 0), z.string().max(500)])

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url')
}

/** Throws INVALID for anything that `encodeCursor` did not make; `isId` tells whether the column takes an id. */
export function decodeCursor(text: string, isId: (id: string) => boolean = isUuid): Cursor {
  const [at, id] = read(text) ?? []
  if (at && id !== undefined && isId(id)) return { at, id }
  throw new AppError('INVALID', 'This page address is broken. Go back to the first page.')
}

function read(text: string): z.output<typeof cursorSchema> | null {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return null
  }
}

/** How to ask the database for the wanted page: rows beyond `cursor`, in `order`, one more than `size`. */
export interface KeysetPlan {
  cursor: Cursor | null
  /** The order to read in: reversed when going back. */
  order: 'asc' | 'desc'
  backwards: boolean
  take: number
}

/** `isId`: for lists whose ids are no UUIDs. */
export function planPage(
  input: PageInput,
  direction: 'asc' | 'desc',
  isId?: (id: string) => boolean,
): KeysetPlan {
  const backwards = input.before !== undefined
  const text = input.before ?? input.after
  return {
    cursor: text === undefined ? null : decodeCursor(text, isId),
    order: backwards ? opposite(direction) : direction,
    backwards,
    take: input.size + 1,
  }
}

/** Turns the rows read by a plan into a page; `cursorOf` says where a row stands. */
export function toPage<T>(
  read: T[],
  total: number,
  plan: KeysetPlan & { cursorOf: (row: T) => Cursor },
): Page<T> {
  const more = read.length === plan.take
  const rows = more ? read.slice(0, -1) : [...read]
  if (plan.backwards) rows.reverse()
  const first = rows[0]
  const last = rows.at(-1)
  const hasPrevious = plan.backwards ? more : plan.cursor !== null
  const hasNext = plan.backwards || more
  return {
    rows,
    total,
    next: hasNext && last ? encodeCursor(plan.cursorOf(last)) : null,
    previous: hasPrevious && first ? encodeCursor(plan.cursorOf(first)) : null,
  }
}

/** The columns that a list is sorted by: a moment, and what tells rows of one moment apart. */
export interface Columns<At extends string, Id extends string> {
  at: At
  id: Id
}

/** What `findMany` is asked for: rows that `where` lets through, beyond the cursor and in order. */
export function keysetQuery<
  Where extends object,
  At extends string,
  Id extends string,
  Value extends string | number,
>(
  where: Where,
  { cursor, order, take }: { cursor: Cursor<Value> | null; order: 'asc' | 'desc'; take: number },
  columns: Columns<At, Id>,
) {
  return {
    where: cursor ? { AND: [where, rowsBeyond(order, cursor, columns)] } : where,
    orderBy: [named(columns.at, order), named(columns.id, order)],
    take,
  }
}

/** Rows beyond the cursor. The plain bound comes first: it is what an index can use. */
export function rowsBeyond<At extends string, Id extends string, Value extends string | number>(
  order: 'asc' | 'desc',
  { at, id }: Cursor<Value>,
  columns: Columns<At, Id>,
) {
  const bound = order === 'asc' ? { gte: at } : { lte: at }
  const later = order === 'asc' ? { gt: at } : { lt: at }
  const further = order === 'asc' ? { gt: id } : { lt: id }
  return { ...named(columns.at, bound), OR: [named(columns.at, later), named(columns.id, further)] }
}

/** `{ [name]: value }`; TypeScript takes such a name for any string, so it is told which names it can be. */
function named<Name extends string, Value>(name: Name, value: Value): { [N in Name]?: Value } {
  return { [name]: value } as { [N in Name]?: Value }
}

function opposite(direction: 'asc' | 'desc'): 'asc' | 'desc' {
  return direction === 'asc' ? 'desc' : 'asc'
}
