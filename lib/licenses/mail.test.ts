import { describe, expect, it } from 'vitest'
import { DAY_SECONDS, daysAfter } from '@/lib/days'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { queuedMails } from '@/lib/testing/mail'
import { asStaff, join, personOf } from '@/lib/testing/people'
import { changeLicense } from './change'
import { issueEnterprise } from './issue-enterprise'
import { licenseOffer } from './offer'
import { remindOfEnds } from './remind'
import { revokeLicense } from './revoke'
import { changeLicenseSchema, issueEnterpriseSchema, licenseOfferSchema } from './schema'
import { startTrial } from './start-trial'
import { resumeLicense, suspendLicense } from './suspend'

const world = testWorld()
const days = (count: number) => daysAfter(world.clock.now(), count)

/** An organization with an owner, an admin and a viewer, and a license made out to somebody else. */
async function licensed(terms: Parameters<typeof enterprise>[2] = {}) {
  const org = await world.newOrganization()
  const [admin, viewer] = await Promise.all([join(world, org, 'ADMIN'), join(world, org, 'VIEWER')])
  const addresses = await Promise.all([org, admin, viewer].map(async ctx => (await personOf(ctx)).email))
  const [owner = '', second = '', reader = ''] = addresses
  const buyer = `buyer-${crypto.randomUUID()}@acme.example`
  const sales = await newSales(world)
  const customer = { company: 'Acme', email: buyer, firstName: '', lastName: '' }
  const license = await enterprise(sales, org, { customer, notes: 'Quote 17', ...terms })
  return { org, sales, license, to: { owner, admin: second, viewer: reader, buyer } }
}

const subjects = async (address: string) =>
  (await queuedMails(world.owner, address)).map(mail => mail.subject)

describe('the customer of a license', () => {
  it('gets a mail of everything that happens to it, owners and admins too, viewers not', async () => {
    const { org, sales, license, to } = await licensed()
    const { id } = license
    await changeLicense(sales, changeLicenseSchema.parse({ id, mauThreshold: 9000 }))
    await suspendLicense(sales, { id, reason: 'The invoice 17 is unpaid.' })
    await resumeLicense(sales, { id })
    await revokeLicense(sales, { id, reason: 'The contract was ended.' })
    const about = `The Gluu Admin UI license of ${org.organization.name}`
    const said = [
      `${about} was revoked`,
      `${about} is in force again`,
      `${about} is suspended`,
      `${about} was changed`,
      `A Gluu Admin UI license for ${org.organization.name}`,
    ]
    for (const address of [to.owner, to.admin, to.buyer]) expect(await subjects(address)).toEqual(said)
    expect(await subjects(to.viewer)).toEqual([])
  })

  it('is told terms, changes and reasons, and neither notes nor the whole key', async () => {
    const { org, sales, license, to } = await licensed({ validUntil: '2999-01-31T12:00:00Z' })
    const { id, key } = license
    const change = { mauThreshold: 9000, customer: { company: 'Acme GmbH', email: to.buyer } }
    await changeLicense(sales, changeLicenseSchema.parse({ id, ...change }))
    await suspendLicense(sales, { id, reason: 'The invoice 17 is unpaid.' })
    const [suspended, changed, issued] = await queuedMails(world.owner, to.owner)
    expect(issued?.text).toContain('5,000 monthly active users')
    expect(issued?.text).toContain('until January 31, 2999 at 12:00 PM UTC')
    expect(issued?.link).toBe(`https://writ.test/o/${org.organization.id}/market/flex`)
    expect(changed?.text).toContain('Monthly active users: 9,000 (before: 5,000)')
    expect(changed?.text).toContain('Company: Acme GmbH (before: Acme)')
    expect(changed?.text).not.toContain('Valid until')
    expect(suspended?.text).toContain('The invoice 17 is unpaid.')
    const all = [suspended, changed, issued].map(mail => mail?.text).join('\n')
    expect(all).toContain(`•${key.slice(-4)}`)
    expect(all).not.toContain(key)
    expect(all).not.toContain('Quote 17')
    // Whoever is no member cannot open the portal's page.
    expect((await queuedMails(world.owner, to.buyer))[0]?.link).toBeUndefined()
  })

  it('gets one mail where the license is made out to an owner, and none for new notes', async () => {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    const { email } = await personOf(org)
    const customer = { company: '', email: email.toUpperCase(), firstName: '', lastName: '' }
    const { id } = await enterprise(sales, org, { customer })
    await changeLicense(sales, changeLicenseSchema.parse({ id, notes: 'Called.' }))
    expect(await subjects(email)).toHaveLength(1)
    expect(await subjects(email.toUpperCase())).toEqual([])
  })

  it('gets none of what was not done', async () => {
    const { sales, license, to } = await licensed()
    const tries = Array.from({ length: 6 }, () => revokeLicense(sales, { id: license.id, reason: 'x' }))
    await Promise.allSettled(tries)
    expect(await subjects(to.owner)).toHaveLength(2)
  })
})

describe('what a license replaces', () => {
  it('is shown before it is agreed to, and nothing else is replaced', async () => {
    const { org, sales, license } = await licensed()
    const of = { organizationId: org.organization.id.toUpperCase() }
    const offer = await licenseOffer(sales, licenseOfferSchema.parse(of))
    expect(offer).toMatchObject({ live: { key: license.key }, own: false, installations: 0 })
    const agreed = { ...of, mauThreshold: 1, validUntil: days(9), replacesId: offer.live?.id ?? null }
    const issue = (input: object) => issueEnterprise(sales, issueEnterpriseSchema.parse(input))
    await expect(issue({ ...agreed, replacesId: null })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await licenseOffer(sales, licenseOfferSchema.parse(of))).toEqual(offer)
    const next = await issue(agreed)
    await expect(issue(agreed)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await licenseOffer(sales, licenseOfferSchema.parse(of))).toMatchObject({ live: { id: next.id } })
  })

  it('is for staff, says whose is one’s own, and which organization or host is none', async () => {
    const { org } = await licensed()
    const of = (more: object = {}) =>
      licenseOfferSchema.parse({ organizationId: org.organization.id, ...more })
    await expect(licenseOffer(org, of())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await licenseOffer(asStaff(org, 'SALES'), of())).toMatchObject({ own: true })
    expect(await licenseOffer(world.operator, of())).toMatchObject({ own: false })
    for (const wrong of [{ organizationId: 'org:nobody' }, { productCode: 'gluu4' }])
      await expect(licenseOffer(world.operator, of(wrong))).rejects.toMatchObject({ code: 'INVALID' })
  })
})

describe('remindOfEnds', () => {
  it('mails 30 and 7 days before, once each, however often and by however many it is run', async () => {
    const { org, license, to } = await licensed({ validUntil: days(60) })
    const sweeps = () => Promise.all([remindOfEnds(world.operator), remindOfEnds(world.operator)])
    const said = async () => (await subjects(to.buyer)).filter(subject => subject.includes('ends in'))
    await sweeps()
    expect(await said()).toEqual([])
    world.clock.pass(30 * DAY_SECONDS)
    expect((await sweeps()).reduce((sum, count) => sum + count)).toBe(1)
    world.clock.pass(10 * DAY_SECONDS)
    await sweeps()
    const about = `The Gluu Admin UI license of ${org.organization.name}`
    expect(await said()).toEqual([`${about} ends in 30 days`])
    world.clock.pass(14 * DAY_SECONDS)
    await sweeps()
    await sweeps()
    expect(await said()).toEqual([`${about} ends in 6 days`, `${about} ends in 30 days`])
    expect(await audited(org, license.id)).toEqual(['license.issue', 'license.remind', 'license.remind'])
    world.clock.pass(10 * DAY_SECONDS)
    await sweeps()
    expect(await said()).toHaveLength(2)
  })

  it('mails of the new end when a license was extended', async () => {
    const { sales, license, to } = await licensed({ validUntil: days(31) })
    const { id } = license
    world.clock.pass(2 * DAY_SECONDS)
    await remindOfEnds(world.operator)
    await changeLicense(sales, changeLicenseSchema.parse({ id, validUntil: days(100) }))
    await remindOfEnds(world.operator)
    world.clock.pass(75 * DAY_SECONDS)
    await remindOfEnds(world.operator)
    const said = (await subjects(to.owner)).filter(subject => subject.includes('ends in'))
    expect(said.map(subject => subject.split('ends in ')[1])).toEqual(['25 days', '29 days'])
  })

  it('does not mail of an end that was 30 days away from the start', async () => {
    const org = await world.newOrganization()
    const { email } = await personOf(org)
    await startTrial(org, { productCode: 'adminui001' })
    await remindOfEnds(world.operator)
    expect(await subjects(email)).toEqual([])
    world.clock.pass(23 * DAY_SECONDS)
    await remindOfEnds(world.operator)
    expect(await subjects(email)).toEqual([
      `The Gluu Admin UI license of ${org.organization.name} ends in 7 days`,
    ])
  })
})
