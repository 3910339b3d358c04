import { describe, expect, it } from 'vitest'
import { createClient } from '@/lib/clients/create'
import type { Ctx, OrgCtx } from '@/lib/context'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { card } from '@/lib/testing/license-verbs'
import { enterprise, installedBy, LICENSE_SCOPE, newSales } from '@/lib/testing/licensing'
import { idOf } from '@/lib/testing/people'
import { startTrialSchema } from './schema'
import { startTrial } from './start-trial'
import { suspendLicense } from './suspend'

const world = testWorld()
const trial = (ctx: Ctx, productCode = 'adminui001') =>
  startTrial(ctx, startTrialSchema.parse({ productCode }))
const trialsOf = (ctx: OrgCtx) =>
  world.db.license.count({ where: { organizationId: ctx.organization.id, kind: 'TRIAL' } })

/** The same person as the owner of another, new organization. */
async function elsewhere(ctx: OrgCtx): Promise<OrgCtx> {
  const { organization } = await world.newOrganization()
  const data = { organizationId: organization.id, accountId: idOf(ctx), role: 'OWNER' as const }
  await world.db.member.create({ data })
  return { ...ctx, organization }
}

describe('startTrial', () => {
  it('gives 1,000 MAU for thirty days to the second, and leaves an audit row', async () => {
    world.clock.set(new Date('2026-06-01T10:00:00.750Z'))
    const org = await world.newOrganization('ADMIN')
    const license = await trial(org)
    expect(license).toMatchObject({
      kind: 'TRIAL',
      status: 'LIVE',
      mauThreshold: 1000,
      validFrom: new Date('2026-06-01T10:00:00Z'),
      validUntil: new Date('2026-07-01T10:00:00Z'),
      customerEmail: 'trial_request',
      customerCompany: '',
      activatedAt: null,
    })
    expect(await audited(org, license.id)).toEqual(['license.trial'])
  })

  it('gives the same license again while it runs, to people and to installed software', async () => {
    const org = await world.newOrganization()
    const { key } = await trial(org)
    expect((await trial(org)).key).toBe(key)
    expect((await trial(await installedBy(org))).key).toBe(key)
    expect(await trialsOf(org)).toBe(1)
  })

  it('gives the paid license that is in force instead of a trial', async () => {
    const org = await world.newOrganization()
    const { key } = await enterprise(await newSales(world), org)
    expect((await trial(await installedBy(org))).key).toBe(key)
    expect(await trialsOf(org)).toBe(0)
  })

  it('is once in the life of an organization', async () => {
    const org = await world.newOrganization()
    const { validUntil } = await trial(org)
    world.clock.set(validUntil)
    await expect(trial(org)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'TRIAL_USED',
      message: 'License validity period has expired.',
    })
    const colleague = { ...(await world.newOrganization()), organization: org.organization }
    await expect(trial(colleague)).rejects.toMatchObject({ reason: 'TRIAL_USED' })
    expect((await card(org)).state).toBe('TRIAL_USED')
  })

  it('is once in the life of an account, whichever organization asks', async () => {
    const org = await world.newOrganization()
    await trial(org)
    const second = await elsewhere(org)
    expect(await card(second)).toMatchObject({
      state: 'NONE',
      trial: { offered: false, reason: 'TRIAL_USED_BY_ACCOUNT' },
    })
    await expect(trial(second)).rejects.toMatchObject({ reason: 'TRIAL_USED_BY_ACCOUNT' })
    expect(await trialsOf(second)).toBe(0)
    // A refusal takes nothing: somebody else of that organization may have its trial.
    const colleague = { ...(await world.newOrganization()), organization: second.organization }
    expect((await trial(colleague)).kind).toBe('TRIAL')
  })

  it('counts for the account that issued the SSA when installed software asks', async () => {
    const org = await world.newOrganization()
    await trial(await installedBy(org))
    await expect(trial(await elsewhere(org))).rejects.toMatchObject({ reason: 'TRIAL_USED_BY_ACCOUNT' })
  })

  it('counts for the person who made the API client that asks, or that had the SSA issued', async () => {
    const scopes = [LICENSE_SCOPE]
    const maker = await world.newOrganization()
    const { client } = await createClient(maker, { name: 'Builds', scopes })
    const actor = { kind: 'client' as const, clientId: client.id, name: client.name, scopes }
    await trial({ ...maker, actor })
    await expect(trial(await elsewhere(maker))).rejects.toMatchObject({ reason: 'TRIAL_USED_BY_ACCOUNT' })

    const other = await world.newOrganization()
    const api = await createClient(other, { name: 'Builds', scopes })
    const software = await installedBy(other)
    await world.db.ssa.updateMany({
      where: { organizationId: other.organization.id },
      data: { issuedById: null, issuedByClient: api.client.id },
    })
    await trial(software)
    await expect(trial(await elsewhere(other))).rejects.toMatchObject({ reason: 'TRIAL_USED_BY_ACCOUNT' })
  })

  it('costs an operator nothing when a client of the platform had the SSA issued', async () => {
    const org = await world.newOrganization()
    const made = await createClient(world.operator, { name: 'Platform', scopes: ['a'] })
    const software = await installedBy(org)
    const issuedBy = { issuedById: null, issuedByClient: made.client.id }
    await world.db.ssa.updateMany({ where: { organizationId: org.organization.id }, data: issuedBy })
    await trial(software)
    const { actor } = world.operator
    if (actor.kind !== 'staff') throw new Error('not of the staff')
    const own = await world.newOrganization()
    const operator: OrgCtx['actor'] = { ...actor, kind: 'user', role: 'OWNER' }
    await expect(trial({ ...own, actor: operator })).resolves.toMatchObject({ kind: 'TRIAL' })
  })

  it('counts for an external organization by itself', async () => {
    const org = await world.newOrganization()
    const where = { id: org.organization.id }
    await world.db.organization.update({ where, data: { kind: 'EXTERNAL' } })
    await trial(await installedBy(org))
    await expect(trial(await elsewhere(org))).resolves.toMatchObject({ kind: 'TRIAL' })
    await expect(trial(org)).resolves.toBeDefined()
  })

  it('stays used after the account was deleted and signs in anew by the same address', async () => {
    const org = await world.newOrganization()
    const identity = { provider: 'EMAIL' as const, subject: `${crypto.randomUUID()}@example.com` }
    await world.db.identity.create({ data: { ...identity, accountId: idOf(org) } })
    await trial(org)
    await world.db.member.deleteMany({ where: { accountId: idOf(org) } })
    await world.db.account.delete({ where: { id: idOf(org) } })
    const again = await world.newOrganization()
    await world.db.identity.create({ data: { ...identity, accountId: idOf(again) } })
    await expect(trial(again)).rejects.toMatchObject({ reason: 'TRIAL_USED_BY_ACCOUNT' })
  })

  it('stays used after the organization was deleted and made anew', async () => {
    const org = await world.newOrganization()
    await trial(org)
    const { id, name } = org.organization
    await world.db.license.deleteMany({ where: { organizationId: id } })
    await world.db.member.deleteMany({ where: { organizationId: id } })
    await world.db.organization.delete({ where: { id } })
    const anew = id.toUpperCase()
    await world.db.organization.create({ data: { id: anew, foldedId: id, name, kind: 'TEAM' } })
    const other = { ...(await world.newOrganization()), organization: { id: anew, name } }
    await expect(trial(other)).rejects.toMatchObject({ reason: 'TRIAL_USED' })
    expect((await card(other)).state).toBe('TRIAL_USED')
  })

  it('keeps no account or organization in clear', async () => {
    const org = await world.newOrganization()
    await trial(org)
    const text = JSON.stringify(await world.db.trialClaim.findMany())
    expect(text).not.toContain(org.organization.id)
    expect(text).not.toContain(idOf(org))
  })

  it('is not for viewers, nor for products without a trial, nor while a license is suspended', async () => {
    await expect(trial(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(trial(await world.newOrganization(), 'gluu4')).rejects.toMatchObject({ reason: 'NO_TRIAL' })
    await expect(trial(world.owner, 'nothing')).rejects.toMatchObject({ reason: 'UNKNOWN_PRODUCT' })
    const sales = await newSales(world)
    const org = await world.newOrganization()
    const { id } = await enterprise(sales, org)
    await suspendLicense(sales, { id, reason: 'Invoice 17 is unpaid.' })
    await expect(trial(org)).rejects.toMatchObject({
      reason: 'SUSPENDED',
      message: 'The license is suspended. Contact sales. Invoice 17 is unpaid.',
    })
  })

  it('refuses a client without a license scope, and software that names another organization', async () => {
    const software = await installedBy(world.owner)
    if (software.actor.kind !== 'client') throw new Error('not a client')
    const without = { ...software, actor: { ...software.actor, scopes: ['openid'] } }
    await expect(trial(without)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const input = startTrialSchema.parse({ organizationId: world.stranger.organization.id })
    await expect(startTrial(software, input)).rejects.toMatchObject({ reason: 'WRONG_ORGANIZATION' })
  })
})

describe('the trial under parallel calls', () => {
  it('starts once, and everybody gets the same key', async () => {
    const org = await world.newOrganization()
    const software = await installedBy(org)
    const asking = Array.from({ length: 40 }, (_, n) => trial(n % 2 ? org : software))
    const keys = new Set((await Promise.all(asking)).map(license => license.key))
    expect(keys.size).toBe(1)
    expect(await trialsOf(org)).toBe(1)
  })

  it('starts in one of two organizations of one account', async () => {
    const first = await world.newOrganization()
    const second = await elsewhere(first)
    const asking = Array.from({ length: 20 }, (_, n) => trial(n % 2 ? first : second))
    const tries = await Promise.allSettled(asking)
    expect((await trialsOf(first)) + (await trialsOf(second))).toBe(1)
    expect(tries.filter(one => one.status === 'fulfilled')).toHaveLength(10)
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ reason: 'TRIAL_USED_BY_ACCOUNT' })
  })
})
