import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { invalidField, notFound } from '@/lib/errors'
import { lockRow } from '@/lib/lock'
import { type CreditProductView, PRODUCT_SELECT } from './products'
import type { ChangeProductInput } from './schema'
import { LICENSE_PRODUCT } from './terms'

/** Changes name, description, cost and whether it is offered. Debits from then on cost that; booked ones stay. */
export async function changeCreditProduct(ctx: Ctx, input: ChangeProductInput): Promise<CreditProductView> {
  authorize(ctx, 'credits:price')
  assertLicenseFree(input)
  const { code, ...after } = input
  return ctx.db.$transaction(async tx => {
    if (!(await lockRow(tx, 'credit_product', { code }))) throw notFound('This product')
    const before = await tx.creditProduct.findUniqueOrThrow({ where: { code }, select: FACTS })
    const data = { ...after, updatedAt: ctx.clock.now() }
    const product = await tx.creditProduct.update({ where: { code }, data, select: PRODUCT_SELECT })
    const object = { type: 'credit-product', id: code, name: product.name }
    await record(tx, ctx, { action: 'credits.change-product', object, ...differences(before, after) })
    return product
  })
}

/** No installation may lose its license over credits; the database holds this too. */
function assertLicenseFree({ code, cost, active }: ChangeProductInput): void {
  if (code !== LICENSE_PRODUCT) return
  if (cost > 0) throw invalidField('cost', 'License calls are free, always.')
  if (!active) throw invalidField('active', 'License calls are always entered.')
}

const FACTS = { name: true, description: true, cost: true, active: true } as const

type Facts = Omit<ChangeProductInput, 'code'>

function differences(before: Facts, after: Facts) {
  const changed = (of: Facts, other: Facts) =>
    Object.fromEntries(Object.entries(of).filter(([name, value]) => Reflect.get(other, name) !== value))
  return { before: changed(before, after), after: changed(after, before) }
}
