import { daysAfter } from '@/lib/days'
import { Prisma } from '@/lib/generated/prisma/client'
import type { KeysetPlan } from '@/lib/keyset'
import { wordsOf } from '@/lib/search'
import { LEEWAY } from './judge'
import type { ListAllLicensesInput } from './list-all-schema'

const { sql, join, empty } = Prisma

const COLUMN = { createdAt: sql`l.created_at`, validUntil: sql`l.valid_until` }

/** The ids of one page. By hand: Prisma has no words for the index on the words of a license. */
export function pageStatement(input: ListAllLicensesInput, plan: KeysetPlan, now: Date): Prisma.Sql {
  const column = COLUMN[input.sort]
  const beyond = plan.order === 'asc' ? sql`>` : sql`<`
  const { cursor } = plan
  const conditions = [
    ...conditionsOf(input, now),
    ...(cursor ? [sql`(${column}, l.id) ${beyond} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`] : []),
  ]
  return sql`SELECT l.id FROM ${searched(input.q)} ${where(conditions)}
    ORDER BY ${ordered(input.sort, plan.order)} LIMIT ${plan.take}`
}

/** How many there are in all, counted up to `most`; in the order of an index, so that no more rows are read. */
export function countStatement(input: ListAllLicensesInput, now: Date, most: number): Prisma.Sql {
  return sql`SELECT count(*)::int AS total FROM
    (SELECT 1 FROM ${searched(input.q)} ${where(conditionsOf(input, now))}
     ORDER BY ${ordered(input.sort, 'desc')} LIMIT ${most}) counted`
}

/** OFFSET 0: what a search finds is found first, by its own index, rather than met on a walk through all licenses. */
function searched(q: string): Prisma.Sql {
  const words = wordsOf(q)
  return words.length === 0
    ? sql`license l`
    : sql`(SELECT * FROM license l WHERE ${matching(words)} OFFSET 0) l`
}

function where(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? sql`WHERE ${join(conditions, ' AND ')}` : empty
}

function ordered(sort: keyof typeof COLUMN, order: 'asc' | 'desc'): Prisma.Sql {
  const direction = order === 'asc' ? sql`ASC` : sql`DESC`
  return sql`${COLUMN[sort]} ${direction}, l.id ${direction}`
}

function conditionsOf({ status, kind, product, ends }: ListAllLicensesInput, now: Date): Prisma.Sql[] {
  return [
    ...(status ? [STANDING[status](now)] : []),
    ...(kind ? [sql`l.kind = ${kind}::license_kind`] : []),
    ...(product ? [sql`l.product_code = ${product}`] : []),
    ...(ends ? [endingBefore(now, ends)] : []),
  ]
}

function endingBefore(now: Date, days: number): Prisma.Sql {
  return sql`l.status = 'LIVE' AND l.valid_until > ${now} AND l.valid_until <= ${daysAfter(now, days)}`
}

/** Every word begins one of the license, or every one begins one of its organization. */
function matching(words: string[]): Prisma.Sql {
  const query = sql`lower(${words.map(word => `'${word}':*`).join(' & ')})::tsquery`
  return sql`(words_of(l.key || ' ' || l.organization_id || ' ' || l.customer_company || ' ' || l.customer_email
      || ' ' || l.customer_first_name || ' ' || l.customer_last_name) @@ ${query}
    OR l.organization_id = ANY (ARRAY(
      SELECT o.id FROM organization o WHERE words_of(o.id || ' ' || o.name) @@ ${query})))`
}

type Condition = (now: Date) => Prisma.Sql

/** What `judge` says, as conditions. */
const STANDING: Record<Exclude<ListAllLicensesInput['status'], ''>, Condition> = {
  VALID: now =>
    sql`l.status = 'LIVE' AND l.valid_until > ${now} AND l.suspended_at IS NULL AND l.valid_from <= ${soon(now)}`,
  NOT_STARTED: now =>
    sql`l.status = 'LIVE' AND l.valid_until > ${now} AND l.suspended_at IS NULL AND l.valid_from > ${soon(now)}`,
  SUSPENDED: now => sql`l.status = 'LIVE' AND l.valid_until > ${now} AND l.suspended_at IS NOT NULL`,
  EXPIRED: now => sql`(l.status = 'EXPIRED' OR l.status = 'LIVE' AND l.valid_until <= ${now})`,
  REVOKED: () => sql`l.status = 'REVOKED'`,
  REPLACED: () => sql`l.status = 'REPLACED'`,
}

function soon(now: Date): Date {
  return new Date(now.getTime() + LEEWAY)
}
