import { describe, expect, it } from 'vitest'
import { DAY_SECONDS } from '@/lib/days'
import { testWorld } from '@/lib/testing/context'
import { check, installations, retrieve } from '@/lib/testing/license-verbs'
import { enterprise, installedBy, licensedSoftware } from '@/lib/testing/licensing'
import { forgetInstallations } from './forget-installations'
import { revokeLicense } from './revoke'
import { startTrialSchema } from './schema'
import { startTrial } from './start-trial'

const world = testWorld()

describe('the trace of a call', () => {
  it('tells the installations of an organization apart', async () => {
    const { org, license, software } = await licensedSoftware(world)
    const second = { ...(await installedBy(org)), address: '198.51.100.7' }
    const since = world.clock.now()
    await retrieve(software)
    world.clock.pass(DAY_SECONDS)
    await retrieve(second)
    expect(await installations(org)).toMatchObject([
      { client: { name: second.actor.name }, address: '198.51.100.7', licenseKey: license.key },
      {
        client: { name: software.actor.name },
        productName: 'Gluu Admin UI',
        ssa: { jti: expect.any(String), softwareId: expect.any(String) },
        address: '192.0.2.1',
        firstSeenAt: since,
        lastSeenAt: since,
      },
    ])
  })

  it('is left by refused calls too', async () => {
    const org = await world.newOrganization()
    const software = await installedBy(org)
    await expect(retrieve(software)).rejects.toBeDefined()
    expect(await installations(org)).toMatchObject([
      { licenseKey: null, client: { name: software.actor.name } },
    ])
  })

  it('is written when it says something new, not at every call', async () => {
    const { org, software, license } = await licensedSoftware(world)
    const writes = async () => {
      const rows = await world.db.$queryRaw<{ xmin: bigint }[]>`
        SELECT xmin::text::bigint AS xmin FROM installation WHERE organization_id = ${org.organization.id}`
      return rows[0]?.xmin
    }
    await retrieve(software)
    const first = await writes()
    for (let n = 0; n < 5; n++) await check(software, license.key)
    expect(await writes()).toBe(first)
    await check({ ...software, address: '203.0.113.9' }, license.key)
    const moved = await writes()
    expect(moved).not.toBe(first)
    // Nodes that share a client take turns.
    for (const address of ['192.0.2.1', '203.0.113.9', '192.0.2.1'])
      await check({ ...software, address }, license.key)
    expect(await writes()).toBe(moved)
    world.clock.pass(5 * 60)
    await check({ ...software, address: '203.0.113.9' }, license.key)
    expect(await writes()).not.toBe(moved)
  })

  it('tells the license that was found last, and of which product', async () => {
    const { org, sales, software, license } = await licensedSoftware(world)
    await retrieve(software)
    const next = await enterprise(sales, org)
    await retrieve(software)
    expect(await installations(org)).toMatchObject([{ licenseKey: next.key }])
    const gluu4 = { productCode: 'gluu4', fqdn: 'id.example.org' }
    const { key } = await enterprise(sales, org, gluu4)
    await retrieve(software, gluu4)
    const keys = (await installations(org)).map(({ licenseKey }) => licenseKey)
    expect(keys.toSorted()).toEqual([next.key, key].toSorted())
    expect(keys).not.toContain(license.key)
  })

  it('is left by a trial, started or refused', async () => {
    const org = await world.newOrganization()
    const [first, second] = [await installedBy(org), await installedBy(org)]
    const { key, validUntil } = await startTrial(first, startTrialSchema.parse({}))
    expect(await installations(org)).toMatchObject([{ licenseKey: key }])
    world.clock.set(validUntil)
    await expect(startTrial(second, startTrialSchema.parse({}))).rejects.toMatchObject({
      reason: 'TRIAL_USED',
    })
    expect(await installations(org)).toMatchObject([
      { client: { name: second.actor.name }, licenseKey: null },
      { client: { name: first.actor.name }, licenseKey: key },
    ])
  })

  it('is left on hosts that are licensed, or were, and on no others', async () => {
    const { org, software, sales } = await licensedSoftware(world)
    const gluu4 = { productCode: 'gluu4', fqdn: 'id.example.org' }
    const { id } = await enterprise(sales, org, gluu4)
    for (const fqdn of ['a.example.org', 'b.example.org'])
      await expect(retrieve(software, { ...gluu4, fqdn })).rejects.toMatchObject({ reason: 'NO_LICENSE' })
    expect(await installations(org)).toEqual([])
    await revokeLicense(sales, { id, reason: 'Moved' })
    await expect(retrieve(software, gluu4)).rejects.toMatchObject({ reason: 'REVOKED' })
    expect(await installations(org)).toMatchObject([{ fqdn: 'id.example.org', licenseKey: null }])
  })

  it('goes a year after its client', async () => {
    const { org, software } = await licensedSoftware(world)
    await retrieve(software)
    const { clientId } = software.actor.kind === 'client' ? software.actor : { clientId: '' }
    world.clock.pass(400 * DAY_SECONDS)
    expect(await forgetInstallations(world.operator)).toBe(0)
    await world.db.client.delete({ where: { id: clientId } })
    expect(await installations(org)).toMatchObject([{ client: null, ssa: { jti: expect.any(String) } }])
    expect(await forgetInstallations(world.operator)).toBe(1)
    expect(await installations(org)).toEqual([])
  })

  it('is seen by members of the organization alone', async () => {
    const { org, software } = await licensedSoftware(world)
    await retrieve(software)
    expect(await installations(org)).toHaveLength(1)
    expect(await installations(world.stranger)).toEqual([])
    const nobody = {
      ...world.owner,
      actor: { ...world.owner.actor, kind: 'user' as const, accountId: 'x', role: null },
    }
    await expect(installations(nobody)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
