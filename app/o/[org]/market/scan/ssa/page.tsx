import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { ScanPage } from '@/components/credits/scan-page'
import { SsaTab } from '@/components/credits/ssa-tab'
import { ssaListUrl } from '@/components/ssa/paths'
import { may } from '@/lib/access/authorize'
import { prefetch } from '@/lib/http/prefetch'
import { parseInput } from '@/lib/parse-input'
import { listSsas } from '@/lib/ssa/list'
import { ssaOffer } from '@/lib/ssa/offer'
import { listSsasSchema } from '@/lib/ssa/schema'
import { issueSsaAction } from '../../ssa/actions'
import { scanTab } from '../load'

export const metadata: Metadata = { title: 'SCAN: SSA' }

export default async function Page({ params, searchParams }: PageProps<'/o/[org]/market/scan/ssa'>) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { state, offer, ...tab } = await scanTab(org, async ctx => {
    const [state, offer] = await Promise.all([
      prefetch(ssaListUrl(ctx.organization.id), query, asked =>
        listSsas(ctx, parseInput(listSsasSchema, asked)),
      ),
      may(ctx.actor, 'ssa:issue') ? ssaOffer(ctx) : null,
    ])
    return { state, offer }
  })
  return (
    <HydrationBoundary state={state}>
      <ScanPage {...tab}>
        <SsaTab issue={issueSsaAction.bind(null, org)} offer={offer} organizationId={tab.organizationId} />
      </ScanPage>
    </HydrationBoundary>
  )
}
