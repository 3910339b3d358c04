import { describe, expect, it } from 'vitest'
import { audited } from '@/lib/testing/audit'
import { TEST_MASTER_SECRET, testWorld } from '@/lib/testing/context'
import { enterprise, installedBy, newSales } from '@/lib/testing/licensing'
import { idOf } from '@/lib/testing/people'
import { race as raceProcesses } from '@/lib/testing/race'

const world = testWorld()

interface Run {
  organizationId: string
  clientId?: string
  accountId?: string
  licenseKey?: string
}

/** Runs these in two processes, half in each, all at once: what came of each. */
function race(runs: Run[]): Promise<string[]> {
  const url = world.pool.options.connectionString
  const halves = [runs.filter((_, n) => n % 2 === 0), runs.filter((_, n) => n % 2 === 1)]
  return raceProcesses(
    'racer.ts',
    halves.map(half => ({ url, master: TEST_MASTER_SECRET, runs: half })),
  )
}

const trialsOf = (organizationIds: string[]) =>
  world.db.license.count({ where: { organizationId: { in: organizationIds }, kind: 'TRIAL' } })

describe('two processes on one database', () => {
  it('start one trial of an organization that people and software ask for at once', async () => {
    const org = await world.newOrganization()
    const software = await installedBy(org)
    const organizationId = org.organization.id
    const clientId = software.actor.kind === 'client' ? software.actor.clientId : ''
    const runs = Array.from({ length: 40 }, (_, n) =>
      n % 4 < 2 ? { organizationId, clientId } : { organizationId, accountId: idOf(org) },
    )
    const keys = new Set(await race(runs))
    expect(await trialsOf([organizationId])).toBe(1)
    const [license] = await world.db.license.findMany({ where: { organizationId } })
    expect(keys).toEqual(new Set([license?.key]))
    expect(await audited(org, license?.id ?? '')).toEqual(['license.trial'])
  })

  it('start one trial of an account that asks for two organizations at once', async () => {
    const org = await world.newOrganization()
    const other = await world.newOrganization()
    const ids = [org, other].map(each => each.organization.id)
    const runs = Array.from({ length: 40 }, (_, n) => ({
      organizationId: ids[Math.floor(n / 2) % 2] ?? '',
      accountId: idOf(org),
    }))
    const outcomes = await race(runs)
    expect(await trialsOf(ids)).toBe(1)
    expect(outcomes.filter(outcome => outcome === 'TRIAL_USED_BY_ACCOUNT')).toHaveLength(20)
    expect(new Set(outcomes).size).toBe(2)
  })

  it('activate one license for fifty installations, once', async () => {
    const org = await world.newOrganization()
    const { id, key: licenseKey } = await enterprise(await newSales(world), org)
    const fifty = await Promise.all(Array.from({ length: 50 }, () => installedBy(org)))
    const runs = fifty.map(({ organization, actor }) => ({
      organizationId: organization.id,
      ...(actor.kind === 'client' && { clientId: actor.clientId }),
      licenseKey,
    }))
    expect(await race(runs)).toEqual(Array(50).fill(licenseKey))
    expect(await audited(org, id)).toEqual(['license.issue', 'license.activate'])
  })
})
