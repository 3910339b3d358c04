import { beforeEach, describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { license, livesIn, START } from '@/lib/testing/subscription-life'
import { exportOrders } from './export'
import { listAllOrders } from './list'
import { exportOrdersSchema, listOrdersSchema } from './list-schema'
import { sweepOrders } from './sweep'

const world = testWorld()
const { customer, subscription } = livesIn(world)

beforeEach(() => world.clock.set(START))

describe('what else happens', () => {
  it('an enterprise license in its place ends the subscription', async () => {
    const org = await customer()
    await enterprise(await newSales(world), org)
    await sweepOrders(world.operator)
    expect(await subscription(org)).toMatchObject({ status: 'ENDED' })
    expect(await license(org)).toMatchObject({ kind: 'ENTERPRISE', verdict: { valid: true } })
  })

  it('orders are found by staff and exported by their organization alone', async () => {
    const org = await customer({ company: '=Formula & Co' })
    const found = await listAllOrders(
      world.operator,
      listOrdersSchema.parse({ q: '=formula', status: 'PAID' }),
    )
    expect(found.rows).toMatchObject([{ organizationId: org.organization.id, status: 'PAID' }])
    await expect(listAllOrders(org, listOrdersSchema.parse({}))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const file = await exportOrders(org, exportOrdersSchema.parse({ format: 'csv' }))
    let text = ''
    for await (const piece of file.text) text += piece
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('PAID,NEW,Gluu Admin UI,Starter,200,MONTH,50.00,USD,2027-01-31T09:00:00.000Z')
    const where = { organizationId: org.organization.id, action: 'order.export' }
    expect(await world.db.auditEvent.count({ where })).toBe(1)
  })
})
