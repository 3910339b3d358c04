import { describe, expect, it } from 'vitest'
import { MOST_PLAN_MAU } from '@/lib/orders/largest-plan'
import { testWorld } from '@/lib/testing/context'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { queuedMails } from '@/lib/testing/mail'
import { newStaff, opened, SALES, SUPPORT } from '@/lib/testing/tickets'
import { getTicket } from './get'
import { ticketOffer } from './offer'
import { openTicket } from './open'
import { LONGEST_MESSAGE, openTicketSchema } from './schema'

const world = testWorld()
const parse = (changes: object) => openTicketSchema.safeParse({ ...SALES, ...changes })

describe('openTicket', () => {
  it('asks sales with the organization’s license beside what is wanted, and mails sales', async () => {
    const [sales, operator] = [await newStaff(world, 'SALES'), await newStaff(world, 'OPERATOR')]
    const org = await world.newOrganization('ADMIN')
    const license = await enterprise(await newSales(world), org)
    const { number } = await opened(org, SALES)
    expect(number).toBeGreaterThan(1000)
    expect(await getTicket(org, { number })).toEqual({
      number,
      version: 1,
      kind: 'SALES',
      status: 'OPEN',
      subject: 'Enterprise license',
      openedByName: org.actor.name,
      createdAt: world.clock.now(),
      lastMessageAt: world.clock.now(),
      mau: 5000,
      productCode: 'adminui001',
      productName: 'Gluu Admin UI',
      contactName: 'Ada Lovelace',
      contactEmail: 'ada@acme.example',
      license: {
        id: license.id,
        kind: 'ENTERPRISE',
        mauThreshold: 5000,
        validUntil: license.validUntil,
        verdict: { valid: true, code: 'VALID' },
      },
      messages: [
        {
          id: expect.any(String),
          side: 'CUSTOMER',
          authorName: org.actor.name,
          text: SALES.text,
          at: world.clock.now(),
        },
      ],
    })
    const [mail] = await queuedMails(org, sales.email)
    expect(mail?.subject).toBe(`[#${number}] Enterprise license`)
    expect(mail?.link).toBe(`https://writ.test/console/tickets/${number}`)
    for (const part of ['5,000 MAU of Gluu Admin UI', 'Ada Lovelace, ada@acme.example', 'What does it cost?'])
      expect(mail?.text).toContain(part)
    expect(await queuedMails(org, operator.email)).toEqual([])
  })

  it('asks operators for help, with none of the facts of a sale', async () => {
    const [sales, operator] = [await newStaff(world, 'SALES'), await newStaff(world, 'OPERATOR')]
    const org = await world.newOrganization()
    const { number } = await opened(org, SUPPORT)
    expect(await getTicket(org, { number })).toMatchObject({ kind: 'SUPPORT', mau: null, license: null })
    expect(await queuedMails(org, operator.email)).toHaveLength(1)
    expect(await queuedMails(org, sales.email)).toEqual([])
  })

  it('leaves an audit row that tells what is wanted, and nothing that was written', async () => {
    const org = await world.newOrganization()
    const { number } = await opened(org, SALES)
    const rows = await world.db.auditEvent.findMany({
      where: { objectType: 'ticket', objectId: String(number) },
    })
    expect(rows).toMatchObject([
      {
        action: 'ticket.open',
        organizationId: org.organization.id,
        objectName: `#${number}`,
        after: { kind: 'SALES', mau: 5000, productCode: 'adminui001' },
      },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/cost|acme|Enterprise license/)
  })

  it('gives every ticket a number of its own, however many are opened at once', async () => {
    const orgs = await Promise.all(Array.from({ length: 12 }, () => world.newOrganization()))
    const made = await Promise.all(orgs.map(org => opened(org)))
    expect(new Set(made.map(({ number }) => number)).size).toBe(12)
  })

  it('is for owners and admins', async () => {
    for (const ctx of [world.viewer, world.operator])
      await expect(openTicket(ctx, SUPPORT)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is refused after ten in an hour, and works again in the next', async () => {
    const org = await world.newOrganization()
    for (let i = 0; i < 10; i++) await opened(org)
    await expect(opened(org)).rejects.toMatchObject({ code: 'LIMIT', retryAfter: 3600 })
    await expect(opened(await world.newOrganization())).resolves.toBeDefined()
    world.clock.pass(3600)
    await expect(opened(org)).resolves.toBeDefined()
  })

  it('refuses a product that is not offered', async () => {
    const input = openTicketSchema.parse({ ...SALES, productCode: 'nothing' })
    await expect(openTicket(world.owner, input)).rejects.toMatchObject({
      fields: { productCode: 'Choose a product that is offered here.' },
    })
  })

  it.each([
    ['text', ''],
    ['text', ' \n '],
    ['text', 'x'.repeat(LONGEST_MESSAGE + 1)],
    ['text', 'a\u0000b'],
    ['subject', ''],
    ['subject', 'two\nlines'],
    ['subject', 'x'.repeat(151)],
    ['mau', 0],
    ['mau', 1.5],
    ['mau', 2_147_483_648],
    ['contactName', ''],
    ['contactEmail', 'nobody'],
  ])('says that %s is wrong when it is %j', (field, value) => {
    expect(parse({ [field]: value }).error?.issues[0]?.path).toEqual([field])
  })

  it('takes 10,000 characters, of whatever length in bytes, which the database takes too', async () => {
    const text = `🙂${'é'.repeat(LONGEST_MESSAGE - 1)}`
    const org = await world.newOrganization()
    const { number } = await openTicket(org, openTicketSchema.parse({ ...SUPPORT, text }))
    expect((await getTicket(org, { number })).messages[0]?.text).toBe(text)
  })
})

describe('ticketOffer', () => {
  it('fills the form with what is known', async () => {
    const org = await world.newOrganization()
    const license = await enterprise(await newSales(world), org)
    const offer = await ticketOffer(org, 'gluu4')
    expect(offer).toMatchObject({ contact: { name: org.actor.name }, productCode: 'gluu4' })
    expect(offer.contact.email).toContain('@example.com')
    expect(offer.products).toMatchObject([
      { code: 'adminui001', license: { id: license.id }, largestPlan: MOST_PLAN_MAU },
      { code: 'gluu4', license: null, largestPlan: null },
    ])
    expect(await ticketOffer(org, 'nothing')).toMatchObject({ productCode: 'adminui001' })
  })

  it('is not for viewers', async () => {
    await expect(ticketOffer(world.viewer, undefined)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
