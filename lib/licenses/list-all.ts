import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { EXACT_TOTAL, type Page, planPage, toPage } from '@/lib/keyset'
import { countStatement, pageStatement } from './list-all-query'
import type { ListAllLicensesInput } from './list-all-schema'
import { STAFF_SELECT, type StaffLicenseView, toStaffView } from './view'

/** A row of the Console's list. Notes stay on the page of the license. */
export type LicenseRow = Omit<StaffLicenseView, 'notes'>

/** One page of the licenses of every organization, for staff; search, filters and order are the database's work. */
export async function listAllLicenses(ctx: Ctx, input: ListAllLicensesInput): Promise<Page<LicenseRow>> {
  authorize(ctx, 'license:read-all')
  const now = ctx.clock.now()
  const plan = planPage(input, input.dir)
  const [ids, [counted]] = await Promise.all([
    ctx.db.$queryRaw<{ id: string }[]>(pageStatement(input, plan, now)),
    ctx.db.$queryRaw<{ total: number }[]>(countStatement(input, now, EXACT_TOTAL + 1)),
  ])
  const rows = await inOrder(ctx, ids)
  const cursorOf = (row: LicenseRow) => ({ at: row[input.sort], id: row.id })
  return toPage(rows, counted?.total ?? 0, { ...plan, cursorOf })
}

async function inOrder(ctx: Ctx, ids: { id: string }[]): Promise<LicenseRow[]> {
  const where = { id: { in: ids.map(({ id }) => id) } }
  const read = await ctx.db.license.findMany({ where, select: STAFF_SELECT })
  const byId = new Map(read.map(row => [row.id, row]))
  return ids.flatMap(({ id }) => {
    const row = byId.get(id)
    if (!row) return []
    const { notes: _among, ...view } = toStaffView(row, ctx.clock.now())
    return [view]
  })
}
