import { describe, expect, it } from 'vitest'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { newSales } from '@/lib/testing/licensing'
import { largestPlan, MOST_PLAN_MAU } from './largest-plan'
import { changePlanTermsSchema, planSchema } from './plan-schema'
import { changePlanTerms, createPlan, listPlans, offeredPlans, planProducts } from './plans'

const world = testWorld()

const plan = (code: string) =>
  planSchema.parse({
    code,
    name: 'Tiny',
    productCode: 'adminui001',
    mau: 50,
    monthlyPrice: 1500,
    yearlyPrice: 15_000,
    currency: 'usd',
    active: true,
    position: 9,
  })

describe('plans', () => {
  it('ship with defaults up to 1600 MAU, a year for the price of ten months', async () => {
    const plans = await offeredPlans(world.viewer, 'adminui001')
    expect(plans.map(({ name, mau }) => [name, mau])).toEqual([
      ['Starter', 200],
      ['Team', 400],
      ['Business', 800],
      ['Scale', 1600],
    ])
    for (const { monthlyPrice, yearlyPrice } of plans) expect(yearlyPrice).toBe(10 * monthlyPrice)
  })

  it('end where sales begin, in whatever order they are offered', async () => {
    expect(largestPlan(await offeredPlans(world.viewer, 'adminui001'))).toBe(MOST_PLAN_MAU)
    expect(largestPlan([{ mau: 400 }, { mau: 200 }])).toBe(400)
    expect(largestPlan([])).toBeNull()
  })

  it('are made by operators, once for each code, and leave an audit row', async () => {
    const made = await createPlan(world.operator, plan('tiny'))
    expect(made).toMatchObject({ code: 'tiny', currency: 'USD', productName: 'Gluu Admin UI' })
    expect(await audited(world.operator, 'tiny')).toEqual(['plan.create'])
    await expect(createPlan(world.operator, plan('tiny'))).rejects.toMatchObject({
      fields: { code: expect.any(String) },
    })
    for (const ctx of [world.owner, await newSales(world)]) {
      await expect(createPlan(ctx, plan('other'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('are of products that are not licensed per host, in a currency that there is', async () => {
    expect(await planProducts(world.operator)).toEqual([{ code: 'adminui001', name: 'Gluu Admin UI' }])
    for (const [field, value] of [
      ['productCode', 'gluu4'],
      ['productCode', 'nothing'],
      ['currency', 'QQQ'],
    ] as const) {
      await expect(createPlan(world.operator, { ...plan('wrong'), [field]: value })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      })
    }
  })

  it('change for later orders, and the audit row holds what changed', async () => {
    const { productCode: _, ...terms } = plan('changed')
    await createPlan(world.operator, plan('changed'))
    await changePlanTerms(world.operator, { ...terms, monthlyPrice: 1700, active: false })
    await changePlanTerms(world.operator, { ...terms, monthlyPrice: 1700, active: false })
    const rows = await world.db.auditEvent.findMany({ where: { objectId: 'changed', action: 'plan.change' } })
    expect(rows).toMatchObject([
      { before: { monthlyPrice: 1500, active: true }, after: { monthlyPrice: 1700, active: false } },
    ])
    expect((await offeredPlans(world.owner, 'adminui001')).map(({ code }) => code)).not.toContain('changed')
    expect((await listPlans(world.operator)).map(({ code }) => code)).toContain('changed')
    await expect(changePlanTerms(world.owner, terms)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(changePlanTerms(world.operator, { ...terms, code: 'none' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it.each([
    { mau: 1601 },
    { mau: 0 },
    { monthlyPrice: 0 },
    { monthlyPrice: 1.5 },
    { yearlyPrice: 100_000_000 },
    { code: 'Große' },
    { currency: 'US' },
    { name: ' ' },
  ])('are not made of %j', wrong => {
    expect(changePlanTermsSchema.safeParse({ ...plan('x1'), ...wrong }).success).toBe(false)
  })
})
