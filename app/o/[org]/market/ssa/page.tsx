import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { SsaListPage } from '@/components/ssa/list/ssa-list-page'
import { ssaListUrl, ssaLiveUrl } from '@/components/ssa/paths'
import { may } from '@/lib/access/authorize'
import { stoppedByRevokeAll } from '@/lib/clients/stopped-by-revoke-all'
import type { OrgCtx } from '@/lib/context'
import { organizationPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { parseInput } from '@/lib/parse-input'
import { listSsas } from '@/lib/ssa/list'
import { ssaOffer } from '@/lib/ssa/offer'
import { listSsasSchema } from '@/lib/ssa/schema'
import { issueSsaAction, revokeAllSsasAction } from './actions'

export const metadata: Metadata = { title: 'SSA Management' }

type Props = PageProps<'/o/[org]/market/ssa'>

export default async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { list, live, ...rest } = await organizationPage(org, ctx => load(ctx, query))
  const actions = { issue: issueSsaAction.bind(null, org), revokeAll: revokeAllSsasAction.bind(null, org) }
  return (
    <HydrationBoundary state={list}>
      <HydrationBoundary state={live}>
        <SsaListPage {...rest} {...actions} />
      </HydrationBoundary>
    </HydrationBoundary>
  )
}

async function load(ctx: OrgCtx, query: Awaited<Props['searchParams']>) {
  const { organization, actor } = ctx
  const mayIssue = may(actor, 'ssa:issue')
  const mayRevoke = may(actor, 'ssa:revoke')
  const [list, live, offer] = await Promise.all([
    prefetch(ssaListUrl(organization.id), query, asked => listSsas(ctx, parseInput(listSsasSchema, asked))),
    mayRevoke && prefetch(ssaLiveUrl(organization.id), {}, () => stoppedByRevokeAll(ctx)),
    mayIssue ? ssaOffer(ctx) : null,
  ])
  return { list, live: live || null, organization, mayRevoke, offer }
}
