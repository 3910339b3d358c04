import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { flexCrumbs } from '@/components/flex/crumbs'
import { InstallationList } from '@/components/flex/installations/installation-list'
import { installationsUrl } from '@/components/flex/paths'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/authorize'
import { organizationPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { listInstallations } from '@/lib/licenses/installations'
import { listProducts } from '@/lib/licenses/products'
import { listInstallationsSchema } from '@/lib/licenses/schema'
import { parseInput } from '@/lib/parse-input'

export const metadata: Metadata = { title: 'Installations' }

type Props = PageProps<'/o/[org]/market/flex/installations'>

export default async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { state, ...list } = await organizationPage(org, async ctx => {
    const { id: organizationId } = ctx.organization
    const [state, products] = await Promise.all([
      prefetch(installationsUrl(organizationId), query, asked =>
        listInstallations(ctx, parseInput(listInstallationsSchema, asked)),
      ),
      listProducts(ctx.db),
    ])
    return { state, organizationId, clients: may(ctx.actor, 'client:read'), products }
  })
  return (
    <HydrationBoundary state={state}>
      <PageHeader
        crumbs={flexCrumbs(list.organizationId)}
        description="Every installed software that has asked here for a license of this organization."
        title="Installations"
      />
      <InstallationList {...list} />
    </HydrationBoundary>
  )
}
