import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { testWorld } from '@/lib/testing/context'
import { enterprise, licensed, newSales } from '@/lib/testing/licensing'
import { listAllLicenses } from './list-all'
import { listAllLicensesSchema } from './list-all-schema'
import { revokeLicense } from './revoke'
import { STANDINGS } from './standing'
import { startTrial } from './start-trial'
import { suspendLicense } from './suspend'

const world = testWorld()

const list = (query: Record<string, string | null> = {}) =>
  listAllLicenses(world.operator, listAllLicensesSchema.parse(query))
const keys = async (query: Record<string, string>) => (await list(query)).rows.map(row => row.key)
const days = (count: number) => daysAfter(world.clock.now(), count)
const word = () => `w${randomUUID().slice(0, 8)}`

describe('the licenses of every organization', () => {
  it('are told without the notes of sales', async () => {
    const { org, license } = await licensed(world, { notes: 'Quote 17' })
    const { notes: _notes, ...told } = license
    expect((await list({ q: org.organization.id })).rows).toEqual([told])
  })

  it('are found by key, organization, and customer, by the beginnings of words', async () => {
    const [company, name] = [word(), word()]
    const customer = { company: `${company} GmbH`, email: `ada@${company}.example` }
    const { org, license } = await licensed(world, { customer })
    await world.db.organization.update({ where: { id: org.organization.id }, data: { name: `Die ${name}` } })
    const { key } = license
    const said = [
      key,
      key.toLowerCase(),
      key.slice(0, 12),
      org.organization.id,
      name,
      name.toUpperCase().slice(0, -2),
      company,
      `ada@${company}.example`,
      `${key.slice(0, 4)} ${company}`,
      `"${company}" & ada`,
    ]
    for (const q of said) expect(await keys({ q }), q).toEqual([key])
    for (const q of [word(), `${name} ${word()}`, `${company}'`.repeat(9)]) {
      expect(await keys({ q }), q).toEqual(q.includes(company) ? [key] : [])
    }
  })

  it('are narrowed by standing, kind, product and end', async () => {
    const q = word()
    const named = async (terms: Parameters<typeof enterprise>[2] = {}, org?: OrgCtx) => {
      const owner = org ?? (await world.newOrganization())
      const customer = { company: q, email: '', firstName: '', lastName: '' }
      return enterprise(await newSales(world), owner, { customer, ...terms })
    }
    const sales = await newSales(world)
    const org = await world.newOrganization()
    const replaced = await named({}, org)
    const active = await named({ validUntil: days(20) }, org)
    const later = await named({ validFrom: days(3) })
    const suspended = await named()
    await suspendLicense(sales, { id: suspended.id, reason: 'unpaid' })
    const revoked = await named()
    await revokeLicense(sales, { id: revoked.id, reason: 'fraud' })
    const gluu4 = await named({ productCode: 'gluu4', fqdn: 'id.example.org', validUntil: days(1) })
    const expired = await named()
    const validUntil = new Date(world.clock.now().getTime() - 1000)
    await world.db.license.update({
      where: { id: expired.id },
      data: { validUntil, validFrom: new Date(validUntil.getTime() - 1000) },
    })
    const owned = { REPLACED: replaced, NOT_STARTED: later, SUSPENDED: suspended, REVOKED: revoked }
    for (const [status, { key }] of Object.entries(owned)) expect(await keys({ q, status })).toEqual([key])
    expect(await keys({ q, status: 'EXPIRED' })).toEqual([expired.key])
    expect(new Set(await keys({ q, status: 'VALID' }))).toEqual(new Set([active.key, gluu4.key]))
    for (const status of STANDINGS) {
      const { rows } = await list({ q, status })
      for (const row of rows) expect(row.verdict.code).toBe(status)
    }
    expect(await keys({ q, product: 'gluu4' })).toEqual([gluu4.key])
    expect(await keys({ q, ends: '7' })).toEqual([gluu4.key])
    expect(await keys({ q, ends: '30', sort: 'validUntil', dir: 'asc' })).toEqual([gluu4.key, active.key])
    const trial = await startTrial(await world.newOrganization(), { productCode: 'adminui001' })
    expect(await keys({ q: trial.key, kind: 'TRIAL' })).toEqual([trial.key])
    expect(await keys({ q, kind: 'TRIAL' })).toEqual([])
  })

  it('are turned page by page, there and back, in both orders', async () => {
    const company = word()
    const sales = await newSales(world)
    for (let n = 0; n < 13; n++) {
      const customer = { company, email: '', firstName: '', lastName: '' }
      await enterprise(sales, await world.newOrganization(), { customer, validUntil: days(100 + (n % 3)) })
    }
    for (const sort of ['createdAt', 'validUntil']) {
      for (const dir of ['asc', 'desc']) {
        const asked = { q: company, sort, dir }
        const first = await list(asked)
        const second = await list({ ...asked, after: first.next })
        const back = await list({ ...asked, before: second.previous })
        expect([first.rows.length, second.rows.length, second.next, first.total]).toEqual([10, 3, null, 13])
        expect(back.rows).toEqual(first.rows)
        const all = [...first.rows, ...second.rows]
        expect(new Set(all.map(row => row.id)).size).toBe(13)
        if (sort === 'validUntil') {
          const ends = all.map(row => row.validUntil.getTime() * (dir === 'asc' ? 1 : -1))
          expect(ends).toEqual(ends.toSorted((a, b) => a - b))
        }
      }
    }
  })

  it('are for staff alone', async () => {
    expect(
      (await listAllLicenses(await newSales(world), listAllLicensesSchema.parse({}))).total,
    ).toBeGreaterThan(0)
    const asOwner = listAllLicenses(world.owner, listAllLicensesSchema.parse({}))
    await expect(asOwner).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
