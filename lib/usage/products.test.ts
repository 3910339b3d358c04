import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { DAY_SECONDS } from '@/lib/days'
import { testWorld } from '@/lib/testing/context'
import { enterprise, installedBy, newSales } from '@/lib/testing/licensing'
import { exportUsage } from './export'
import { getUsage } from './get'
import { listOtherUsages } from './list-others'
import { reportMau, reportOneMonth } from './report'
import { reportMauCsv } from './report-csv'

const world = testWorld()
const FLEX = { productCode: 'adminui001' }
const months = async (org: OrgCtx, of: { productCode: string }) =>
  (await getUsage(org, of)).months.map(({ month, mau }) => [month, mau])

describe('use of several products', () => {
  /** An organization that has, or had, a license of a second product: for one host each. */
  async function withGluu4() {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    for (const fqdn of ['a.example.org', 'b.example.org'])
      await enterprise(sales, org, { productCode: 'gluu4', fqdn, mauThreshold: 500 })
    return { org, sales }
  }
  const of = { productCode: 'gluu4' }

  it('each has numbers of its own, by form, API and CSV alike', async () => {
    world.clock.set(new Date('2026-11-21T10:00:00Z'))
    const { org } = await withGluu4()
    await reportOneMonth(org, { ...FLEX, month: '2026-07', mau: 1 })
    const software = await installedBy(org)
    await reportOneMonth(org, { ...of, month: '2026-08', mau: 20 })
    await reportMau(software, { ...of, reports: [{ month: '2026-09', mau: 30 }] })
    await reportMauCsv(org, { ...of, csv: '2026-10,40' })
    expect(await months(org, FLEX)).toEqual([['2026-07', 1]])
    expect(await months(org, of)).toEqual([
      ['2026-08', 20],
      ['2026-09', 30],
      ['2026-10', 40],
    ])
    expect(await listOtherUsages(org)).toEqual([await getUsage(org, of)])
    expect(await getUsage(org, of)).toMatchObject({ perHost: true, threshold: null, forecast: null })
    let text = ''
    for await (const piece of (await exportUsage(org, of)).text) text += piece
    expect(text).toContain('2026-10,40')
    expect(text).not.toContain('2026-07')
    const where = { organizationId: org.organization.id, objectType: 'usage' }
    const log = await world.db.auditEvent.findMany({ where, select: { after: true } })
    expect(log).toContainEqual({ after: { mau: 40, productCode: 'gluu4' } })
  })

  it('one is reported on after its license has ended, and none that there never was a license of', async () => {
    const { org } = await withGluu4()
    world.clock.pass(400 * DAY_SECONDS)
    await reportOneMonth(org, { ...of, month: '2026-08', mau: 20 })
    const other = await world.newOrganization()
    const refusal = { code: 'CONFLICT', reason: 'NO_LICENSE' }
    const report = { month: '2026-08', mau: 20 }
    await expect(reportOneMonth(other, { ...of, ...report })).rejects.toMatchObject(refusal)
    await expect(reportMau(other, { ...of, reports: [report] })).rejects.toMatchObject(refusal)
    await expect(reportMauCsv(other, { ...of, csv: '2026-08,20' })).rejects.toMatchObject(refusal)
    await expect(exportUsage(other, of)).rejects.toMatchObject(refusal)
    await expect(getUsage(other, of)).rejects.toMatchObject(refusal)
    expect(await world.db.mauReport.count({ where: { organizationId: other.organization.id } })).toBe(0)
  })
})
