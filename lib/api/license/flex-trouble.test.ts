import { describe, expect, it } from 'vitest'
import type { Screen } from '@/e2e/support/flex-client'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { flexAt, GENERATIONS, ISSUER, ssaFile } from '@/lib/testing/flex'
import { enterprise, newSales } from '@/lib/testing/licensing'

const world = testWorld()
const { install, days, send } = flexAt(world, testDoor(world))

describe.each(GENERATIONS)('installed Flex of the %s generation', generation => {
  it('comes back from a restart, in its trial too', async () => {
    const flex = install(generation)
    await flex.uploadSsa((await ssaFile(await world.newOrganization())).file)
    await flex.startTrial()
    flex.mau = 5
    expect(await flex.open()).toBe('ADMIN_UI')
    await flex.backend.restart()
    const before = flex.backend.called.length
    expect([await flex.open(), flex.message]).toEqual(['ADMIN_UI', null])
    // The one that forgets its threshold finds the running trial, and activates it again.
    const again = { newest: [], cached: ['retrieve', 'activate'], first: ['isActive'] }
    expect(flex.backend.called.slice(before)).toEqual(again[generation])
  })

  it('has no license while the portal is away, and has it again after', async () => {
    const org = await world.newOrganization()
    await enterprise(await newSales(world), org)
    let away = false
    const flex = install(generation, {
      send: (url, init) => (away ? Promise.reject(new Error('unreachable')) : send(url, init)),
    })
    await flex.uploadSsa((await ssaFile(org)).file)
    days(31)
    away = true
    expect(await flex.open()).toBe('UPLOAD_SSA')
    expect(await flex.backend.isActive()).toMatchObject({
      responseMessage: 'Error in generating SCAN API access token.',
    })
    away = false
    expect([await flex.open(), flex.message]).toEqual(['ADMIN_UI', null])
  })

  it.each<{ threshold: string; told: object[]; newest: Screen; older: Screen }>([
    {
      threshold: 'no number',
      told: [{ name: 'mau_threshold', value: 'many' }],
      newest: 'START_TRIAL',
      older: 'OVER_MAU',
    },
    { threshold: 'nowhere', told: [], newest: 'START_TRIAL', older: 'OVER_MAU' },
    { threshold: '0', told: [{ name: 'mau_threshold', value: '0' }], newest: 'OVER_MAU', older: 'OVER_MAU' },
  ])('would block a portal whose threshold is $threshold', async ({ told, newest, older }) => {
    const flex = install(generation, {
      send: (url, init) => doctored(send(url, init), { custom_fields: told }),
    })
    await flex.uploadSsa((await ssaFile(await world.newOrganization())).file)
    await flex.startTrial()
    flex.mau = 1
    expect(await flex.open()).toBe(generation === 'newest' ? newest : older)
  })
})

/** What the portal would have answered, were it broken in one way. */
async function doctored(answer: Promise<Response>, change: object): Promise<Response> {
  const response = await answer
  const body = await response.json()
  return Response.json('custom_fields' in body ? { ...body, ...change } : body, { status: response.status })
}

describe('installed Flex that does not know this portal', () => {
  it('uploads its SSA, and then has no host to ask', async () => {
    const flex = install('newest', { scanHost: null })
    expect(await flex.uploadSsa((await ssaFile(await world.newOrganization())).file)).toBe('START_TRIAL')
    expect(flex.message).toBe('SCAN api hostname is missing in configuration.')
  })
})

describe('a license configuration that somebody wrote by hand', () => {
  it.each([
    [{ hardwareKey: '' }, 'License configuration is not present.'],
    [
      { client: { opHost: ISSUER, clientId: 'a', clientSecret: '' } },
      'OIDC client details to access license APIs is missing in Admin UI configuration.',
    ],
    [{ ssa: '' }, 'SSA is missing in Admin UI configuration.'],
    [{ licenseKey: null }, 'Active license not present in configuration.'],
  ])('is told what it lacks: %j', async (lacking, responseMessage) => {
    const flex = install('newest')
    await flex.uploadSsa((await ssaFile(await world.newOrganization())).file)
    await flex.startTrial()
    const { config } = flex.backend
    flex.backend.config = config && { ...config, ...lacking }
    expect(await flex.backend.isConfigValid()).toMatchObject({ responseMessage })
    expect(await flex.open()).toBe('UPLOAD_SSA')
  })
})
