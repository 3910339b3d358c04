import { describe, expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { changeCreditProduct } from './change-product'
import { createCreditProduct } from './create-product'
import { creditPrices, listCreditProducts } from './products'
import { changeProductSchema } from './schema'

const world = testWorld()
const NEW = { code: 'otp', name: 'One-time codes', description: 'One code by mail', cost: 2 }
const audited = (objectId: string) =>
  world.db.auditEvent.findMany({ where: { objectId }, orderBy: { at: 'asc' } })

describe('the products of SCAN', () => {
  it('ship with license calls at no cost', async () => {
    const prices = await creditPrices(world.viewer)
    expect(prices.map(({ code, cost }) => [code, cost])).toEqual([
      ['license', 0],
      ['supergluu', 1],
      ['passwurd', 4],
      ['typekey', 4],
    ])
    expect(await listCreditProducts(world.operator)).toEqual(prices)
    await expect(listCreditProducts(world.owner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(
      creditPrices({ ...world.owner, actor: { kind: 'staff', accountId: 'x', name: 'x', roles: ['SALES'] } }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('are added and changed by operators, with the values before and after', async () => {
    expect(await createCreditProduct(world.operator, NEW)).toMatchObject({ ...NEW, active: true })
    await expect(createCreditProduct(world.operator, NEW)).rejects.toMatchObject({
      fields: { code: 'Another product has this code.' },
    })
    world.clock.pass(1)
    const changed = { ...NEW, cost: 3, active: false }
    expect(await changeCreditProduct(world.operator, changed)).toEqual({
      ...changed,
      updatedAt: world.clock.now(),
    })
    expect(await audited('otp')).toMatchObject([
      { action: 'credits.create-product', after: { name: NEW.name, cost: 2 } },
      {
        action: 'credits.change-product',
        before: { cost: 2, active: true },
        after: { cost: 3, active: false },
      },
    ])
  })

  it('are nobody else’s to change', async () => {
    const change = (ctx: Ctx) => changeCreditProduct(ctx, { ...NEW, code: 'typekey', active: true })
    for (const ctx of [world.owner, world.viewer]) {
      await expect(change(ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(createCreditProduct(ctx, NEW)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(
      changeCreditProduct(world.operator, { ...NEW, code: 'none', active: true }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('never make license calls cost, nor stop entering them', async () => {
    const license = { code: 'license', name: 'License', description: '', cost: 0, active: true }
    const change = (to: object) => changeCreditProduct(world.operator, { ...license, ...to })
    await expect(change({ cost: 1 })).rejects.toMatchObject({ fields: { cost: expect.any(String) } })
    await expect(change({ active: false })).rejects.toMatchObject({ fields: { active: expect.any(String) } })
    expect(await change({ name: 'License call' })).toMatchObject({ name: 'License call', cost: 0 })
    await expect(
      world.pool.query("UPDATE credit_product SET cost = 1 WHERE code = 'license'"),
    ).rejects.toThrow('credit_product_license_free')
  })

  it.each([{ cost: -1 }, { cost: 1.5 }, { cost: 100_001 }, { name: ' ' }, { code: 'Über' }])(
    'are refused when they cannot be: %j',
    wrong => {
      expect(changeProductSchema.safeParse({ ...NEW, active: true, ...wrong }).success).toBe(false)
    },
  )
})
