import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { issueSsa } from '@/lib/ssa/issue'
import { issueSsaSchema } from '@/lib/ssa/schema'
import { testWorld } from '@/lib/testing/context'
import { registeredClient } from '@/lib/testing/registered-client'
import { listClients } from './list'
import { listClientsSchema } from './list-schema'
import { clientsOfSsa } from './of-ssa'
import { stoppedByRevokeAll } from './stopped-by-revoke-all'

const world = testWorld()
const HOUR = 60 * 60 * 1000
const later = (milliseconds: number) => new Date(world.clock.now().getTime() + milliseconds)
const issue = (ctx: OrgCtx) => issueSsa(ctx, issueSsaSchema.parse({ softwareId: `Flex ${randomUUID()}` }))
const list = (ctx: OrgCtx, query: object = {}) => listClients(ctx, listClientsSchema.parse(query))

describe('clientsOfSsa', () => {
  it('lists what registered with the statement, the newest first, and counts what works now', async () => {
    const org = await world.newOrganization()
    const [ssa, other] = [await issue(org), await issue(org)]
    const lives = await registeredClient(org, ssa.jti, {
      createdAt: later(-2 * HOUR),
      expiresAt: later(HOUR),
    })
    const over = await registeredClient(org, ssa.jti, { createdAt: later(-HOUR), expiresAt: later(0) })
    await registeredClient(org, other.jti)
    const { rows, ...counts } = await clientsOfSsa(org, ssa)
    expect(rows).toMatchObject([
      { id: over, name: 'Flex', status: 'EXPIRED', ssaJti: ssa.jti },
      { id: lives, name: 'Flex', status: 'ACTIVE', lastUsedAt: null },
    ])
    expect(counts).toEqual({ total: 2, active: 1 })
    await world.db.ssa.update({ where: { jti: ssa.jti }, data: { status: 'REVOKED', heldName: null } })
    expect(await clientsOfSsa(org, ssa)).toMatchObject({
      rows: [{ status: 'DISABLED' }, { status: 'DISABLED' }],
      active: 0,
    })
  })

  it('shows the latest ten of many, and counts them all', async () => {
    const org = await world.newOrganization()
    const ssa = await issue(org)
    for (let hour = 0; hour < 12; hour++)
      await registeredClient(org, ssa.jti, { createdAt: later(-hour * HOUR) })
    const { rows, total, active } = await clientsOfSsa(org, ssa)
    expect([rows.length, total, active]).toEqual([10, 12, 12])
  })

  it("finds none for another organization's statement", async () => {
    const ssa = await issue(world.owner)
    await registeredClient(world.owner, ssa.jti)
    expect(await clientsOfSsa(world.stranger, ssa)).toEqual({ rows: [], total: 0, active: 0 })
  })

  it('is not for viewers', async () => {
    const ssa = await issue(world.owner)
    await expect(clientsOfSsa(world.viewer, ssa)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('stoppedByRevokeAll', () => {
  it('counts live statements of this organization, and the working clients of those alone', async () => {
    const [org, other] = [await world.newOrganization(), await world.newOrganization()]
    const [live, unused, revoked] = [await issue(org), await issue(org), await issue(org)]
    const elsewhere = await issue(other)
    await registeredClient(org, live.jti)
    await registeredClient(org, live.jti, { expiresAt: later(-HOUR) })
    await registeredClient(org, revoked.jti)
    await registeredClient(other, elsewhere.jti)
    await world.db.ssa.update({ where: { jti: revoked.jti }, data: { status: 'REVOKED', heldName: null } })
    expect(unused.status).toBe('ACTIVE')
    expect(await stoppedByRevokeAll(org)).toEqual({ live: 2, clients: 1 })
    expect(await stoppedByRevokeAll(other)).toEqual({ live: 1, clients: 1 })
  })

  it('is not for viewers', async () => {
    await expect(stoppedByRevokeAll(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('listClients', () => {
  it('filters by state and by statement', async () => {
    const org = await world.newOrganization()
    const [ssa, revoked] = [await issue(org), await issue(org)]
    await registeredClient(org, ssa.jti, { name: 'lives' })
    await registeredClient(org, ssa.jti, { name: 'over', expiresAt: later(-HOUR) })
    await registeredClient(org, revoked.jti, { name: 'disabled', expiresAt: later(-HOUR) })
    await world.db.ssa.update({ where: { jti: revoked.jti }, data: { status: 'REVOKED', heldName: null } })
    const names = async (query: object) => (await list(org, query)).rows.map(row => row.name)
    expect(await names({ status: 'ACTIVE' })).toEqual(['lives'])
    expect(await names({ status: 'EXPIRED' })).toEqual(['over'])
    expect(await names({ status: 'DISABLED' })).toEqual(['disabled'])
    expect(await names({ status: 'ACTIVE', ssa: revoked.jti })).toEqual([])
    expect((await names({ ssa: ssa.jti })).sort()).toEqual(['lives', 'over'])
  })

  it.each([
    ['lastUsedAt', 'asc'],
    ['lastUsedAt', 'desc'],
    ['expiresAt', 'asc'],
    ['expiresAt', 'desc'],
  ] as const)('turns pages by %s, %s, both ways, also where there is no date', async (sort, dir) => {
    const org = await world.newOrganization()
    const ssa = await issue(org)
    for (let n = 0; n < 24; n++) {
      const at = n % 2 ? null : later((n + 1) * HOUR)
      await registeredClient(org, ssa.jti, { name: `${n}`, lastUsedAt: at, expiresAt: at })
    }
    const ask = (query: object) => list(org, { sort, dir, ...query })
    const whole = (await ask({ size: 25 })).rows
    const dates = whole.map(row => row[sort])
    const datesLast = (sort === 'lastUsedAt') === (dir === 'asc')
    expect(dates.slice(0, 12).every(date => (date === null) === datesLast)).toBe(true)
    const [first, second] = [await ask({}), await ask({ after: (await ask({})).next })]
    const third = await ask({ after: second.next })
    expect([...first.rows, ...second.rows, ...third.rows]).toEqual(whole)
    expect(third.next).toBeNull()
    expect((await ask({ before: third.previous })).rows).toEqual(second.rows)
    expect((await ask({ before: second.previous })).rows).toEqual(first.rows)
  })
})
