import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { LicenseList } from '@/components/licenses/license-list'
import { LICENSES_URL, newLicensePath } from '@/components/licenses/paths'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { staffPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { listAllLicenses } from '@/lib/licenses/list-all'
import { listAllLicensesSchema } from '@/lib/licenses/list-all-schema'
import { listProducts } from '@/lib/licenses/products'
import { parseInput } from '@/lib/parse-input'

export const metadata: Metadata = { title: 'Licenses' }

type Props = PageProps<'/console/licenses'>

export default async function ConsoleLicensesPage({ searchParams }: Props) {
  const query = await searchParams
  const { state, products, mayIssue } = await staffPage(ctx => load(ctx, query))
  return (
    <HydrationBoundary state={state}>
      <PageHeader
        actions={mayIssue && <LinkButton href={newLicensePath()}>Issue enterprise license</LinkButton>}
        crumbs={[{ label: 'Console' }]}
        description="The licenses of every organization: trials, subscriptions and enterprise licenses."
        title="Licenses"
      />
      <LicenseList mayIssue={mayIssue} products={products} url={LICENSES_URL} />
    </HydrationBoundary>
  )
}

async function load(ctx: Ctx, query: Awaited<Props['searchParams']>) {
  const [state, products] = await Promise.all([
    prefetch(LICENSES_URL, query, asked => listAllLicenses(ctx, parseInput(listAllLicensesSchema, asked))),
    listProducts(ctx.db),
  ])
  return { state, products, mayIssue: may(ctx.actor, 'license:issue') }
}
