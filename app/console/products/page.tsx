import type { Metadata } from 'next'
import { CreditProductsPage } from '@/components/console/credits/products-page'
import { may } from '@/lib/access/authorize'
import { listCreditProducts } from '@/lib/credits/products'
import { staffPage } from '@/lib/http/page'
import { changeProductAction, createProductAction } from './actions'

export const metadata: Metadata = { title: 'SCAN products' }

export default async function ConsoleProductsPage() {
  const { products, mayChange } = await staffPage(async ctx => ({
    products: await listCreditProducts(ctx),
    mayChange: may(ctx.actor, 'credits:price'),
  }))
  return (
    <CreditProductsPage
      change={changeProductAction}
      create={createProductAction}
      mayChange={mayChange}
      products={products}
    />
  )
}
