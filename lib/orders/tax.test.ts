import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { queuedMails } from '@/lib/testing/mail'
import { checkout, numberIn } from '@/lib/testing/ordering'
import { billing, livesIn, open, START } from '@/lib/testing/subscription-life'
import { changePlan } from './change-plan'
import { exportOrders } from './export'
import { getOrder } from './get'
import { exportOrdersSchema } from './list-schema'
import { quoteChanges } from './quote'
import { subscribe } from './subscribe'
import { sweepOrders } from './sweep'
import { taxed } from './tax'

beforeAll(() => {
  Object.assign(process.env, { INVOICE_TAX_RATE: '8.875', INVOICE_TAX_LABEL: 'Sales tax' })
})

const world = testWorld()
const { customer, pay } = livesIn(world)

beforeEach(() => world.clock.set(START))

const TAX = { taxLabel: 'Sales tax 8.875%' }

describe('the tax of an invoice', () => {
  it('is rounded once, half up, and never more than half a minor unit away', () => {
    expect(taxed(5000, 'INVOICE')).toEqual({ amount: 5444, tax: 444, ...TAX })
    // 0.5 of a cent: 8.875% of 400 is 35.5.
    expect(taxed(400, 'INVOICE')).toMatchObject({ amount: 436, tax: 36 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), net => {
        const { amount, tax } = taxed(net, 'INVOICE')
        expect(amount).toBe(net + tax)
        expect(Math.abs(tax * 100_000 - net * 8875)).toBeLessThanOrEqual(50_000)
      }),
    )
  })

  it('is in the amount of a first order, and in its mail', async () => {
    const org = await world.newOrganization()
    const { number } = await subscribe(org, checkout({ email: 'tax@acme.example' }))
    expect(await getOrder(org, { number: numberIn(number) })).toMatchObject({
      amount: 5444,
      tax: 444,
      ...TAX,
    })
    const [mail] = await queuedMails(world.operator, 'tax@acme.example')
    expect(mail?.subject).toBe(`Invoice ${number}: $54.44`)
    expect((await billing(org)).taxNote).toBe('plus Sales tax 8.875%')
  })

  it('is shown with the difference of a change before it is agreed, and in the renewal', async () => {
    const org = await customer()
    const [quote] = (await quoteChanges(org, { planCode: 'flex-400', interval: 'MONTH' })).quotes
    expect(quote).toMatchObject({ now: 5444, tax: 444, ...TAX, price: 10_000 })
    await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: 5444 })
    expect(await getOrder(org, { number: await open(org) })).toMatchObject({ amount: 5444, tax: 444, ...TAX })
    await pay(org)
    world.clock.set((await billing(org)).subscription?.periodEnd ?? START)
    await sweepOrders(world.operator)
    expect(await getOrder(org, { number: await open(org) })).toMatchObject({
      amount: 10_888,
      tax: 888,
      ...TAX,
    })
  })

  it('of yen is whole yen, in the sum and in the export', async () => {
    await world.db.plan.update({ where: { code: 'flex-800' }, data: { currency: 'JPY', monthlyPrice: 1500 } })
    const org = await customer({ planCode: 'flex-800' })
    const file = await exportOrders(org, exportOrdersSchema.parse({ format: 'csv' }))
    let text = ''
    for await (const piece of file.text) text += piece
    const [, line = ''] = text.trim().split('\r\n')
    expect(line).toContain(',1633,JPY,')
    expect(line).toMatch(/,133,Sales tax 8\.875%$/)
  })
})
