import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { ClientsPage } from '@/components/clients/clients-page'
import { clientsUrl } from '@/components/clients/paths'
import { listClients } from '@/lib/clients/list'
import { listClientsSchema } from '@/lib/clients/list-schema'
import { powersOver } from '@/lib/clients/offer'
import type { OrgCtx } from '@/lib/context'
import { organizationPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { parseInput } from '@/lib/parse-input'
import * as actions from './actions'

export const metadata: Metadata = { title: 'API clients' }

type Props = PageProps<'/o/[org]/clients'>

export default async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { state, ...rest } = await organizationPage(org, ctx => load(ctx, query))
  return (
    <HydrationBoundary state={state}>
      <ClientsPage
        {...rest}
        create={actions.createAction.bind(null, org)}
        remove={actions.removeAction.bind(null, org)}
        rotate={actions.rotateAction.bind(null, org)}
      />
    </HydrationBoundary>
  )
}

async function load(ctx: OrgCtx, query: Awaited<Props['searchParams']>) {
  const { organization, issuer } = ctx
  const url = clientsUrl(organization.id)
  const state = await prefetch(url, query, asked => listClients(ctx, parseInput(listClientsSchema, asked)))
  return { state, url, of: organization, issuer, powers: powersOver(ctx) }
}
