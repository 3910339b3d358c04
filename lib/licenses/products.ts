import type { Db } from '@/lib/db'
import { remembered } from '@/lib/remembered'
import { refused } from './refused'

export interface ProductView {
  code: string
  name: string
  perHost: boolean
  /** Null: there is no trial of it. */
  trialDays: number | null
  trialMau: number | null
}

/** Flex's Admin UI: what callers mean who name no product. */
export const DEFAULT_PRODUCT = 'adminui001'

const SELECT = { code: true, name: true, perHost: true, trialDays: true, trialMau: true } as const

/** Every product, five seconds old at most. */
const products = remembered(5000, async (db: Db) => {
  const rows: ProductView[] = await db.product.findMany({ select: SELECT })
  return new Map(rows.map(row => [row.code, row]))
})

/** Every product that can be licensed here, by name. */
export async function listProducts(db: Db): Promise<ProductView[]> {
  const all = [...(await products.of(db)).values()]
  return all.sort((a, b) => a.name.localeCompare(b.name))
}

/** One product. Refused with UNKNOWN_PRODUCT. */
export async function productOf(db: Db, code: string): Promise<ProductView> {
  const product = (await products.of(db)).get(code)
  if (!product) throw refused('UNKNOWN_PRODUCT')
  return product
}
