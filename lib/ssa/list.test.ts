import { beforeAll, describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { issueSsa } from './issue'
import { listSsas } from './list'
import { revokeSsa } from './revoke'
import { issueSsaSchema, listSsasSchema } from './schema'

const world = testWorld()
let org: OrgCtx

/** Twelve statements, two of them issued in the same second; the last is revoked and the first expires soon. */
beforeAll(async () => {
  org = await world.newOrganization()
  for (let n = 1; n <= 12; n++) {
    const expiresAt = new Date(world.clock.now().getTime() + n * 3600_000)
    const description = n === 7 ? 'The odd one' : ''
    const ssa = await issueSsa(org, issueSsaSchema.parse({ softwareId: `App ${n}`, expiresAt, description }))
    if (n === 12) await revokeSsa(org, ssa)
    if (n !== 5) world.clock.pass(1)
  }
})

const list = (query: Record<string, string>) => listSsas(org, listSsasSchema.parse(query))
const names = async (query: Record<string, string>) => (await list(query)).rows.map(row => row.softwareId)

describe('listSsas', () => {
  it('walks forward and back over every statement once, also where two share a second', async () => {
    const first = await list({ size: '10' })
    const second = await list({ size: '10', after: first.next ?? '' })
    const back = await list({ size: '10', before: second.previous ?? '' })
    expect(first).toMatchObject({ total: 12, previous: null })
    expect(second.next).toBeNull()
    expect(new Set([...first.rows, ...second.rows].map(row => row.jti)).size).toBe(12)
    expect(back.rows).toEqual(first.rows)
    expect(back.previous).toBeNull()
  })

  it('sorts by either date in either direction', async () => {
    expect((await names({ sort: 'expiresAt', dir: 'asc' }))[0]).toBe('App 1')
    expect((await names({ sort: 'expiresAt', dir: 'desc' }))[0]).toBe('App 12')
    expect((await names({ sort: 'createdAt', dir: 'asc' }))[0]).toBe('App 1')
  })

  it('finds text in names and descriptions without regard to case, and a statement by its id', async () => {
    expect(await names({ q: 'aPP 1', size: '25', sort: 'createdAt', dir: 'asc' })).toEqual([
      'App 1',
      'App 10',
      'App 11',
      'App 12',
    ])
    expect(await names({ q: 'odd' })).toEqual(['App 7'])
    expect(await names({ q: '%' })).toEqual([])
    expect(await names({ q: 'A_p' })).toEqual([])
    const { rows } = await list({ q: 'App 3' })
    expect(await names({ q: rows[0]?.jti ?? '' })).toEqual(['App 3'])
  })

  it('filters by the status that the clock gives', async () => {
    expect(await names({ status: 'REVOKED' })).toEqual(['App 12'])
    expect((await list({ status: 'ACTIVE', size: '25' })).total).toBe(11)
    world.clock.pass(3600)
    expect(await names({ status: 'EXPIRED' })).toEqual(['App 1'])
    expect((await list({ status: 'ACTIVE', size: '25' })).total).toBe(10)
  })

  it('refuses a cursor that it did not make', async () => {
    await expect(list({ after: 'bm9wZQ' })).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('shows viewers their own organization only', async () => {
    const { rows } = await listSsas(world.viewer, listSsasSchema.parse({}))
    expect(rows).toEqual([])
  })
})
