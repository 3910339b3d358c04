import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { DAY_MS, daysAfter } from '@/lib/days'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { auditObject } from './audit-object'
import { mailCustomer } from './mail'

/** Days before its end that the customer of a license is reminded, the last ones first. */
const DAYS = [7, 30] as const
const BATCH = 200

/**
 * Mails the customers whose trial or enterprise license ends within 30 or 7 days, once for each end; resolves to how
 * many licenses it was. Subscriptions renew themselves, and tell when they do not.
 */
export async function remindOfEnds(ctx: Ctx): Promise<number> {
  let reminded = 0
  for (const [index, days] of DAYS.entries()) {
    const within = { from: DAYS[index - 1] ?? 0, days }
    for (;;) {
      const due = await dueLicenses(ctx, within)
      for (const license of due) if (await remind(ctx, license, days)) reminded++
      if (due.length < BATCH) break
    }
  }
  return reminded
}

interface Due {
  id: string
  key: string
  organizationId: string
  validUntil: Date
}

/** Those that end in so many days and were never told so; not those that were shorter than that when they were issued. */
async function dueLicenses(ctx: Ctx, { from, days }: { from: number; days: number }): Promise<Due[]> {
  const now = ctx.clock.now()
  const [after, until] = [daysAfter(now, from), daysAfter(now, days)]
  return ctx.db.$queryRaw<Due[]>`
    SELECT l.id, l.key, l.organization_id AS "organizationId", l.valid_until AS "validUntil" FROM license l
    WHERE l.status = 'LIVE' AND l.kind <> 'SUBSCRIPTION' AND l.valid_until > ${after} AND l.valid_until <= ${until}
      AND l.valid_until - GREATEST(l.created_at, l.valid_from) > make_interval(hours => ${days * 24}::int)
      AND NOT EXISTS (SELECT 1 FROM license_reminder r
        WHERE r.license_id = l.id AND r.days = ${days}::int AND r.valid_until = l.valid_until)
    ORDER BY l.valid_until, l.id LIMIT ${BATCH}`
}

/** False when another process was first, or the license changed meanwhile. */
function remind(ctx: Ctx, license: Due, days: number): Promise<boolean> {
  return ctx.db.$transaction(async tx => {
    const { id: licenseId, validUntil } = license
    if (!(await claim(tx, { licenseId, days, validUntil, sentAt: ctx.clock.now() }))) return false
    await mailCustomer(tx, ctx, { id: licenseId, news: { kind: 'ending', days: daysLeft(ctx, license) } })
    await record(tx, ctx, {
      action: 'license.remind',
      object: auditObject(license),
      organizationId: license.organizationId,
      after: { days, validUntil: validUntil.toISOString() },
    })
    return true
  })
}

/** Whether this reminder is ours to send: the database takes one row for each end of a license. */
async function claim(tx: Tx, reminder: Prisma.LicenseReminderCreateManyInput): Promise<boolean> {
  const { count } = await tx.licenseReminder.createMany({ data: [reminder], skipDuplicates: true })
  return count > 0
}

function daysLeft(ctx: Ctx, { validUntil }: Due): number {
  return Math.ceil((validUntil.getTime() - ctx.clock.now().getTime()) / DAY_MS)
}
