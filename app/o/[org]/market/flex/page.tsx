import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { FlexPage } from '@/components/flex/flex-page'
import { ssaListUrl } from '@/components/ssa/paths'
import { may } from '@/lib/access/authorize'
import { organizationPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { listSsas } from '@/lib/ssa/list'
import { ssaOffer } from '@/lib/ssa/offer'
import { listSsasSchema } from '@/lib/ssa/schema'
import { issueSsaAction } from '../ssa/actions'

export const metadata: Metadata = { title: 'Flex' }

export default async function Page({ params, searchParams }: PageProps<'/o/[org]/market/flex'>) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { id, state, offer } = await organizationPage(org, async ctx => {
    const { id } = ctx.organization
    const [state, offer] = await Promise.all([
      prefetch(ssaListUrl(id), query, asked => listSsas(ctx, listSsasSchema.parse(asked))),
      may(ctx.actor, 'ssa:issue') ? ssaOffer(ctx) : null,
    ])
    return { id, state, offer }
  })
  return (
    <HydrationBoundary state={state}>
      <FlexPage issue={issueSsaAction.bind(null, org)} offer={offer} organizationId={id} />
    </HydrationBoundary>
  )
}
