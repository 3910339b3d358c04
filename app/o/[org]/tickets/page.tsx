import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { ticketsUrl } from '@/components/tickets/paths'
import { TicketsPage } from '@/components/tickets/tickets-page'
import { may } from '@/lib/access/authorize'
import { organizationPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { parseInput } from '@/lib/parse-input'
import { listTickets } from '@/lib/tickets/list'
import { listTicketsSchema } from '@/lib/tickets/list-schema'

export const metadata: Metadata = { title: 'Tickets' }

export default async function Page({ params, searchParams }: PageProps<'/o/[org]/tickets'>) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { id, state, mayWrite } = await organizationPage(org, async ctx => {
    const { id } = ctx.organization
    const state = await prefetch(ticketsUrl(id), query, asked =>
      listTickets(ctx, parseInput(listTicketsSchema, asked)),
    )
    return { id, state, mayWrite: may(ctx.actor, 'ticket:write') }
  })
  return (
    <HydrationBoundary state={state}>
      <TicketsPage mayWrite={mayWrite} organizationId={id} />
    </HydrationBoundary>
  )
}
