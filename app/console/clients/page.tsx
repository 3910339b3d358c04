import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { ClientsPage } from '@/components/clients/clients-page'
import { PLATFORM_CLIENTS_URL } from '@/components/clients/paths'
import { listClients } from '@/lib/clients/list'
import { listClientsSchema } from '@/lib/clients/list-schema'
import { powersOver } from '@/lib/clients/offer'
import type { Ctx } from '@/lib/context'
import { staffPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { parseInput } from '@/lib/parse-input'
import * as actions from './actions'

export const metadata: Metadata = { title: 'API clients' }

type Props = PageProps<'/console/clients'>

export default async function ConsoleClientsPage({ searchParams }: Props) {
  const query = await searchParams
  const { state, ...rest } = await staffPage(ctx => load(ctx, query))
  return (
    <HydrationBoundary state={state}>
      <ClientsPage
        {...rest}
        create={actions.createAction}
        of={null}
        remove={actions.removeAction}
        rotate={actions.rotateAction}
        url={PLATFORM_CLIENTS_URL}
      />
    </HydrationBoundary>
  )
}

async function load(ctx: Ctx, query: Awaited<Props['searchParams']>) {
  const state = await prefetch(PLATFORM_CLIENTS_URL, query, asked =>
    listClients(ctx, parseInput(listClientsSchema, asked)),
  )
  return { state, issuer: ctx.issuer, powers: powersOver(ctx) }
}
