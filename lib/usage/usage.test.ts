import { describe, expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { enterprise, installedBy, newSales } from '@/lib/testing/licensing'
import { join } from '@/lib/testing/people'
import { exportUsage } from './export'
import { getUsage } from './get'
import { getUsageForStaff } from './get-for-staff'
import { getLatestMau } from './get-latest'
import { reportMau, reportOneMonth } from './report'
import { reportMauCsv } from './report-csv'
import { reportCsvSchema, reportMauSchema, reportOneSchema, usageOfSchema } from './schema'

const world = testWorld()
type Report = [month: string, mau: number]

const report = (ctx: Ctx, ...given: Report[]) =>
  reportMau(ctx, reportMauSchema.parse({ reports: given.map(([month, mau]) => ({ month, mau })) }))
const one = (ctx: Ctx, month: string, mau: number) =>
  reportOneMonth(ctx, reportOneSchema.parse({ month, mau }))
const csv = (ctx: Ctx, text: string) => reportMauCsv(ctx, reportCsvSchema.parse({ csv: text }))
/** Of Flex, unless another product is named. */
const usage = (ctx: Ctx, productCode = 'adminui001') => getUsage(ctx, { productCode })
const kept = async (ctx: Ctx, productCode?: string) =>
  (await usage(ctx, productCode)).months.map(({ month, mau }) => [month, mau])

/** What the audit log holds of the organization's reports, in the order of the months and then of time. */
function entries(organizationId: string) {
  return world.db.auditEvent.findMany({
    where: { organizationId, objectType: 'usage' },
    orderBy: [{ objectId: 'asc' }, { at: 'asc' }, { id: 'asc' }],
    select: { action: true, objectName: true, before: true, after: true },
  })
}

describe('reporting monthly active users', () => {
  it('keeps one number for each month, and tells the audit log what was corrected', async () => {
    world.clock.set(new Date('2026-11-21T10:00:00Z'))
    const org = await world.newOrganization()
    expect((await report(org, ['2026-09', 900], ['2026-10', 1000])).changed).toBe(2)
    world.clock.pass(1)
    expect((await report(org, ['2026-10', 1100], ['2026-09', 900])).changed).toBe(1)
    expect(await kept(org)).toEqual([
      ['2026-09', 900],
      ['2026-10', 1100],
    ])
    const told = (mau: number) => ({ mau, productCode: 'adminui001' })
    expect(await entries(org.organization.id)).toEqual([
      { action: 'usage.report', objectName: 'September 2026', before: null, after: told(900) },
      { action: 'usage.report', objectName: 'October 2026', before: null, after: told(1000) },
      { action: 'usage.correct', objectName: 'October 2026', before: { mau: 1000 }, after: told(1100) },
    ])
  })

  it('tells the latest month to those who order, and nobody else’s', async () => {
    world.clock.set(new Date('2026-11-21T10:00:00Z'))
    const org = await world.newOrganization()
    const of = usageOfSchema.parse({})
    expect(await getLatestMau(org, of)).toBeNull()
    await report(org, ['2026-10', 700], ['2026-08', 900])
    expect(await getLatestMau(org, of)).toEqual({ month: '2026-10', mau: 700 })
    expect(await getLatestMau(await world.newOrganization(), of)).toBeNull()
    await expect(getLatestMau({ ...org, organization: null }, of)).rejects.toThrow()
  })

  it('refuses months that lie ahead, all of the report with them, and takes the running one', async () => {
    world.clock.set(new Date('2026-12-31T23:59:59.999Z'))
    const org = await world.newOrganization()
    const ahead = report(org, ['2026-12', 1], ['2027-01', 1])
    await expect(ahead).rejects.toMatchObject({
      code: 'INVALID',
      fields: { 'reports.1.month': expect.stringContaining('lies ahead') },
    })
    await expect(one(org, '2027-01', 1)).rejects.toMatchObject({ code: 'INVALID' })
    const twice = report(org, ['2026-12', 1], ['2026-12', 2])
    await expect(twice).rejects.toMatchObject({ fields: { 'reports.1.month': expect.any(String) } })
    expect(await kept(org)).toEqual([])
    world.clock.pass(0.001)
    await one(org, '2027-01', 1)
    expect(await kept(org)).toEqual([['2027-01', 1]])
  })

  it.each<Report>([
    ['2026-13', 1],
    ['26-01', 1],
    ['2026-1', 1],
    ['2026-01', -1],
    ['2026-01', 1.5],
    ['2026-01', 2 ** 31],
  ])('refuses %s with %d', (month, mau) => {
    expect(reportOneSchema.safeParse({ month, mau }).success).toBe(false)
  })

  it('has one number and a log without gaps after many reports at once', async () => {
    const org = await world.newOrganization()
    const months = ['2026-01', '2026-02', '2026-03']
    const reporting = Array.from({ length: 8 }, (_, n) =>
      report(org, ...(n % 2 ? months : months.toReversed()).map((month): Report => [month, n])),
    )
    await Promise.all(reporting)
    const log = await entries(org.organization.id)
    for (const [month, mau] of await kept(org)) {
      const own = log.filter(({ objectName }) => objectName === monthOfLog[String(month)])
      expect(own).toHaveLength(8)
      expect(own.filter(({ action }) => action === 'usage.report')).toHaveLength(1)
      // Each number but the last one is what another entry started from.
      const starts = own.flatMap(({ before }) => (before ? [JSON.stringify(before)] : []))
      const ends = own.map(({ after }) => JSON.stringify({ mau: muOf(after) }))
      expect(ends.filter(end => !starts.includes(end))).toEqual([JSON.stringify({ mau })])
    }
  })

  it('is for owners, admins and installed software of the organization', async () => {
    const org = await world.newOrganization()
    const [software, admin, viewer] = await Promise.all([
      installedBy(org),
      join(world, org, 'ADMIN'),
      join(world, org, 'VIEWER'),
    ])
    await one(admin, '2026-01', 1)
    await one(software, '2026-02', 2)
    expect((await usage(viewer)).months[1]).toMatchObject({ reportedByName: software.actor.name })
    for (const ctx of [viewer, world.operator, await newSales(world)]) {
      await expect(one(ctx, '2026-01', 1)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(report(ctx, ['2026-01', 1])).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(csv(ctx, '2026-01,1')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await kept(world.stranger)).toEqual([])
    await expect(usage(world.operator)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const unknown = reportOneMonth(org, { productCode: 'nothing', month: '2026-01', mau: 1 })
    await expect(unknown).rejects.toMatchObject({ reason: 'UNKNOWN_PRODUCT' })
  })
})

const monthOfLog: Record<string, string> = {
  '2026-01': 'January 2026',
  '2026-02': 'February 2026',
  '2026-03': 'March 2026',
}

function muOf(after: unknown): unknown {
  return typeof after === 'object' && after !== null && 'mau' in after ? after.mau : null
}

describe('a CSV file', () => {
  it('keeps every good line and tells every other one', async () => {
    world.clock.set(new Date('2026-11-21T10:00:00Z'))
    const org = await world.newOrganization()
    expect(await csv(org, 'month,mau\n2026-12,5\n2026-10,20\nnonsense\n2026-09,10\n')).toEqual({
      read: 2,
      changed: 2,
      bad: [
        { line: 2, text: '2026-12,5', message: 'This month lies ahead. Report it when it has begun.' },
        { line: 4, text: 'nonsense', message: 'Write a month and a number, as in 2026-11,1234.' },
      ],
    })
    expect(await kept(org)).toEqual([
      ['2026-09', 10],
      ['2026-10', 20],
    ])
  })

  it('that was exported can be uploaded again', async () => {
    const org = await world.newOrganization()
    await csv(org, '2026-09,10\n2026-10,20')
    let text = ''
    for await (const piece of (await exportUsage(org, usageOfSchema.parse({}))).text) text += piece
    expect(text.split('\r\n')[1]).toMatch(/^2026-09,10,/)
    expect(await csv(org, text)).toEqual({ read: 2, changed: 0, bad: [] })
    const asOperator = exportUsage(world.operator, usageOfSchema.parse({}))
    await expect(asOperator).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('use against the license', () => {
  it('is told with the threshold, the line where Flex closes, and a forecast', async () => {
    world.clock.set(new Date('2026-11-21T10:00:00Z'))
    const org = await world.newOrganization()
    await csv(org, '2026-08,700\n2026-09,800\n2026-10,900\n2026-11,400')
    expect(await usage(org)).toMatchObject({ threshold: null, closesAt: null, forecast: null })
    await enterprise(await newSales(world), org, { mauThreshold: 1000 })
    expect(await usage(org)).toMatchObject({
      threshold: 1000,
      closesAt: 1150,
      thisMonth: '2026-11',
      forecast: { perMonth: 100, passes: '2026-12', closes: '2027-01' },
    })
  })
})

describe('use of any organization', () => {
  it('is seen by sales and operators, and by nobody else', async () => {
    world.clock.set(new Date('2026-11-21T10:00:00Z'))
    const org = await world.newOrganization()
    const sales = await newSales(world)
    await enterprise(sales, org, { mauThreshold: 1000 })
    await one(org, '2026-10', 900)
    const of = { organizationId: org.organization.id, productCode: 'adminui001' }
    for (const ctx of [sales, world.operator])
      expect(await getUsageForStaff(ctx, of)).toMatchObject({ threshold: 1000, months: [{ mau: 900 }] })
    for (const ctx of [org, world.stranger, await installedBy(org)])
      await expect(getUsageForStaff(ctx, of)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const nobody = getUsageForStaff(sales, { ...of, organizationId: 'org:nobody' })
    await expect(nobody).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
