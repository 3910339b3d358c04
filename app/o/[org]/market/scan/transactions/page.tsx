import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { transactionsUrl } from '@/components/credits/paths'
import { ScanPage } from '@/components/credits/scan-page'
import { TransactionList } from '@/components/credits/transaction-list'
import { ExportButton } from '@/components/ui/export-button'
import { listTransactions } from '@/lib/credits/list'
import { creditPrices } from '@/lib/credits/products'
import { listTransactionsSchema } from '@/lib/credits/schema'
import { prefetch } from '@/lib/http/prefetch'
import { parseInput } from '@/lib/parse-input'
import { scanTab } from '../load'

export const metadata: Metadata = { title: 'SCAN: Transactions' }

type Props = PageProps<'/o/[org]/market/scan/transactions'>

export default async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { state, products, ...tab } = await scanTab(org, async ctx => {
    const [state, products] = await Promise.all([
      prefetch(transactionsUrl(ctx.organization.id), query, asked =>
        listTransactions(ctx, parseInput(listTransactionsSchema, asked)),
      ),
      creditPrices(ctx),
    ])
    return { state, products: products.map(({ code, name }) => ({ code, name })) }
  })
  const url = transactionsUrl(tab.organizationId)
  return (
    <HydrationBoundary state={state}>
      <ScanPage actions={<ExportButton url={url} />} {...tab}>
        <TransactionList products={products} url={url} />
      </ScanPage>
    </HydrationBoundary>
  )
}
