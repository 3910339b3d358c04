import { describe, expect, it } from 'vitest'
import type { FlexClient } from '@/e2e/support/flex-client'
import { DAY_SECONDS } from '@/lib/days'
import { changeLicense } from '@/lib/licenses/change'
import { changeLicenseSchema } from '@/lib/licenses/schema'
import { suspendLicense } from '@/lib/licenses/suspend'
import { revokeSsa } from '@/lib/ssa/revoke'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { flexAt, GENERATIONS, ssaFile } from '@/lib/testing/flex'
import { enterprise, newSales } from '@/lib/testing/licensing'

const world = testWorld()
const { install, days } = flexAt(world, testDoor(world))
const SUBSCRIBE = 'Payment Required. Subscribe Admin UI license on Agama Lab.'
const keyOf = (flex: FlexClient) => flex.backend.config?.licenseKey

describe.each(GENERATIONS)('installed Flex of the %s generation', generation => {
  const asksEveryTime = generation === 'first'

  it('goes from the upload over the trial to a paid license and back', async () => {
    world.clock.set(new Date('2026-12-01T09:00:00Z'))
    const org = await world.newOrganization()
    const flex = install(generation)
    const { backend } = flex

    // S0: nothing is configured.
    expect(await flex.open()).toBe('UPLOAD_SSA')
    expect(await flex.uploadSsa('not an SSA')).toBe('UPLOAD_SSA')
    expect(flex.message).toBe("Invalid SSA. Please contact Gluu's team to verify if SSA is correct.")
    expect(await flex.uploadSsa('e30.e30.e30')).toBe('UPLOAD_SSA')
    expect(flex.message).toBe('ISS claim not found in jwt')

    // S1, S2: registered, no license yet.
    const { file } = await ssaFile(org)
    expect(await flex.uploadSsa(file)).toBe('START_TRIAL')
    expect(flex.message).toBe(SUBSCRIBE)
    expect(backend.config).toMatchObject({ hardwareKey: org.organization.id, licenseKey: null })
    // Closed in between: without a key the software asks for its SSA again.
    expect(await flex.open()).toBe('UPLOAD_SSA')
    await flex.uploadSsa(file)

    // S3: the trial.
    expect(await flex.startTrial()).toBe('ADMIN_UI')
    const trial = keyOf(flex)
    const details = {
      licenseKey: trial,
      licenseType: 'time-limited',
      productName: 'Gluu Admin UI',
      productCode: 'adminui001',
      companyName: '',
      customerEmail: 'trial_request',
      customerName: '',
      validUpto: '2026-12-31',
      mauThreshold: 1000,
    }
    expect(backend.config?.details).toEqual(asksEveryTime ? null : details)
    // For thirty days from memory.
    const asked = backend.called.length
    days(29)
    expect(await flex.open()).toBe('ADMIN_UI')
    expect(backend.called.slice(asked)).toEqual(asksEveryTime ? ['isActive'] : [])

    // S6, S0, S3: reset and uploaded anew, it finds the running trial.
    expect(await flex.resetLicense()).toBe('UPLOAD_SSA')
    expect(await flex.uploadSsa((await ssaFile(org)).file)).toBe('ADMIN_UI')
    expect(keyOf(flex)).toBe(trial)

    // The trial is over.
    days(2)
    expect(await backend.isActive()).toMatchObject({ responseMessage: 'The license is expired.' })
    expect(await flex.open()).toBe('START_TRIAL')
    expect(flex.message).toBe(SUBSCRIBE)
    expect(await flex.startTrial()).toBe('START_TRIAL')
    expect(flex.message).toBe('License validity period has expired.')

    // S4: bought, found at the next load.
    const paid = await enterprise(await newSales(world), org, { mauThreshold: 1600 })
    expect(await flex.open()).toBe('ADMIN_UI')
    expect(keyOf(flex)).toBe(paid.key)
    if (!asksEveryTime)
      expect(backend.config?.details).toMatchObject({ licenseType: 'subscription', mauThreshold: 1600 })

    // Asked again after thirty-one days, not before.
    const before = backend.called.length
    days(30)
    expect(await flex.open()).toBe('ADMIN_UI')
    expect(backend.called.slice(before)).toEqual(asksEveryTime ? ['isActive'] : [])
    days(1)
    expect(await flex.open()).toBe('ADMIN_UI')
    expect(backend.called.slice(before)).toEqual(asksEveryTime ? ['isActive', 'isActive'] : ['isActive'])

    expect(await flex.resetLicense()).toBe('UPLOAD_SSA')
    expect(await flex.uploadSsa(file)).toBe('ADMIN_UI')
    expect(keyOf(flex)).toBe(paid.key)
  })

  it('counts its users against 115 % of the threshold, and learns of another one when it asks again', async () => {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    const { id } = await enterprise(sales, org, { mauThreshold: 1000 })
    const flex = install(generation)
    await flex.uploadSsa((await ssaFile(org)).file)
    flex.mau = 1149
    expect(await flex.open()).toBe('ADMIN_UI')
    flex.mau = 1150
    expect(await flex.open()).toBe('OVER_MAU')
    expect(flex.message).toMatch(/^The monthly active users exceed the allowed threshold/)
    await changeLicense(sales, changeLicenseSchema.parse({ id, mauThreshold: 2000 }))
    expect(await flex.open()).toBe(asksEveryTime ? 'ADMIN_UI' : 'OVER_MAU')
    days(31)
    expect(await flex.open()).toBe('ADMIN_UI')
  })

  it('lets the one user of the smallest license in', async () => {
    const org = await world.newOrganization()
    await enterprise(await newSales(world), org, { mauThreshold: 1 })
    const flex = install(generation)
    flex.mau = 1
    expect(await flex.uploadSsa((await ssaFile(org)).file)).toBe('ADMIN_UI')
    flex.mau = 2
    expect(await flex.open()).toBe('OVER_MAU')
  })

  it('learns the new key of a license that took the place of its trial', async () => {
    const org = await world.newOrganization()
    const flex = install(generation)
    await flex.uploadSsa((await ssaFile(org)).file)
    await flex.startTrial()
    const paid = await enterprise(await newSales(world), org)
    days(31)
    const before = flex.backend.called.length
    expect(await flex.open()).toBe('ADMIN_UI')
    expect(flex.backend.called.slice(before)).toEqual(['isActive'])
    // The first generation reads no key; the portal knows the old one for the new one.
    expect(keyOf(flex) === paid.key).toBe(!asksEveryTime)
  })

  it('shows why a license is suspended', async () => {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    const { id } = await enterprise(sales, org)
    const flex = install(generation)
    await flex.uploadSsa((await ssaFile(org)).file)
    await suspendLicense(sales, { id, reason: 'Invoice 12 is unpaid.' })
    days(31)
    expect(await flex.backend.isActive()).toMatchObject({
      responseMessage: 'Active license not present in configuration.',
      responseCode: 404,
    })
    expect(await flex.open()).toBe('START_TRIAL')
    expect(flex.message).toBe('The license is suspended. Contact sales. Invoice 12 is unpaid.')
  })

  it('registers again with its SSA when its client has expired', async () => {
    const org = await world.newOrganization()
    await enterprise(await newSales(world), org)
    const flex = install(generation)
    await flex.uploadSsa((await ssaFile(org, { lifetime: 7 * DAY_SECONDS })).file)
    const old = flex.backend.config?.client.clientId
    days(31)
    // The software tries its old credentials once more; the load after that works.
    expect(await flex.open()).toBe('UPLOAD_SSA')
    expect(await flex.open()).toBe('ADMIN_UI')
    expect(flex.backend.config?.client.clientId).not.toBe(old)
  })

  it('cannot register again with an SSA for one use, nor with a revoked one', async () => {
    const org = await world.newOrganization()
    await enterprise(await newSales(world), org)
    const once = install(generation)
    await once.uploadSsa((await ssaFile(org, { oneTimeUse: true, lifetime: 7 * DAY_SECONDS })).file)
    expect(once.screen).toBe('ADMIN_UI')
    const revoked = install(generation)
    const { jti, file } = await ssaFile(org)
    await revoked.uploadSsa(file)
    expect(revoked.screen).toBe('ADMIN_UI')
    await revokeSsa(org, { jti })
    days(31)
    for (const flex of [once, revoked]) {
      expect(await flex.backend.isConfigValid()).toMatchObject({
        responseMessage: 'Error in DCR using SSA.',
      })
      expect(await flex.open()).toBe('UPLOAD_SSA')
    }
    expect(await revoked.uploadSsa(file)).toBe('UPLOAD_SSA')
    expect(revoked.message).toBe('Error in DCR using SSA.')
  })
})
