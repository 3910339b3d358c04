import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { QUEUE_URL } from '@/components/tickets/paths'
import { QueueList } from '@/components/tickets/queue-list'
import { PageHeader } from '@/components/ui/page-header'
import { staffPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { parseInput } from '@/lib/parse-input'
import { listAssignees } from '@/lib/tickets/assign'
import { listQueue } from '@/lib/tickets/list-queue'
import { listQueueSchema } from '@/lib/tickets/list-schema'

export const metadata: Metadata = { title: 'Tickets' }

export default async function ConsoleTicketsPage({ searchParams }: PageProps<'/console/tickets'>) {
  const query = await searchParams
  const [state, assignees] = await staffPage(ctx =>
    Promise.all([
      prefetch(QUEUE_URL, query, asked => listQueue(ctx, parseInput(listQueueSchema, asked))),
      listAssignees(ctx),
    ]),
  )
  return (
    <HydrationBoundary state={state}>
      <PageHeader
        crumbs={[{ label: 'Console' }]}
        description="What customers ask sales and support. Open ones wait for an answer."
        title="Tickets"
      />
      <QueueList assignees={assignees} />
    </HydrationBoundary>
  )
}
