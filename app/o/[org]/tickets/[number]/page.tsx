import type { Metadata } from 'next'
import { cache } from 'react'
import { TicketPage } from '@/components/tickets/ticket-page'
import { may } from '@/lib/access/authorize'
import { organizationPage } from '@/lib/http/page'
import { getTicket } from '@/lib/tickets/get'
import { ticketIdOf } from '@/lib/tickets/id-of'
import { closeAction, replyAction } from '../actions'

type Props = PageProps<'/o/[org]/tickets/[number]'>

/** Once per request: the title and the page both want it. */
const read = cache((org: string, number: string) =>
  organizationPage(org, async ctx => ({
    organizationId: ctx.organization.id,
    ticket: await getTicket(ctx, ticketIdOf(number)),
    mayWrite: may(ctx.actor, 'ticket:write'),
  })),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, number } = await params
  const { ticket } = await read(org, number)
  return { title: `#${ticket.number} ${ticket.subject}` }
}

export default async function Page({ params }: Props) {
  const { org, number } = await params
  return (
    <TicketPage
      {...(await read(org, number))}
      close={closeAction.bind(null, org)}
      reply={replyAction.bind(null, org)}
    />
  )
}
