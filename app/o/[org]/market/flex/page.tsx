import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { FlexPage } from '@/components/flex/flex-page'
import { ssaListUrl } from '@/components/ssa/paths'
import { may } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { organizationPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { currentLicense } from '@/lib/licenses/current'
import { currentLicenseSchema } from '@/lib/licenses/schema'
import { listSsas } from '@/lib/ssa/list'
import { ssaOffer } from '@/lib/ssa/offer'
import { listSsasSchema } from '@/lib/ssa/schema'
import { issueSsaAction } from '../ssa/actions'

export const metadata: Metadata = { title: 'Flex' }

type Props = PageProps<'/o/[org]/market/flex'>

export default async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { organizationId, ssas, offer, license } = await organizationPage(org, ctx => load(ctx, query))
  return (
    <HydrationBoundary state={ssas}>
      <FlexPage
        license={{ organizationId, ...license }}
        ssa={{ organizationId, offer, issue: issueSsaAction.bind(null, org) }}
      />
    </HydrationBoundary>
  )
}

/** One line for what each section shows. */
async function load(ctx: OrgCtx, query: Awaited<Props['searchParams']>) {
  const { id: organizationId } = ctx.organization
  const [ssas, offer, license] = await Promise.all([
    prefetch(ssaListUrl(organizationId), query, asked => listSsas(ctx, listSsasSchema.parse(asked))),
    may(ctx.actor, 'ssa:issue') ? ssaOffer(ctx) : null,
    loadLicense(ctx),
  ])
  return { organizationId, ssas, offer, license }
}

async function loadLicense(ctx: OrgCtx) {
  const current = await currentLicense(ctx, currentLicenseSchema.parse({}))
  const { actor } = ctx
  return { current, powers: { key: may(actor, 'license:read-key'), act: may(actor, 'license:trial') } }
}
