import { Text } from '@mantine/core'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { WithAside } from '@/components/ui/with-aside'
import type { TicketView } from '@/lib/tickets/view'
import { Conversation } from './conversation'
import { TicketFacts } from './facts'
import { ticketsPath } from './paths'
import { ReplyForm } from './reply-form'
import type { CustomerActions } from './types'

interface Props extends Pick<CustomerActions, 'reply' | 'close'> {
  organizationId: string
  ticket: TicketView
  mayWrite: boolean
}

/** A ticket as its organization sees it. */
export function TicketPage({ organizationId, ticket, mayWrite, reply, close }: Props) {
  const { number, version, status, subject, messages } = ticket
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Tickets', href: ticketsPath(organizationId) }]}
        title={`#${number} ${subject}`}
      />
      <WithAside
        aside={
          <Card title="About this ticket">
            <TicketFacts ticket={ticket} to="customer" />
          </Card>
        }
      >
        <Card title="Conversation">
          <Conversation messages={messages} reader="CUSTOMER" />
        </Card>
        <Card title={status === 'CLOSED' ? 'Open again' : 'Answer'}>
          {mayWrite ? (
            <ReplyForm close={close} reply={reply} seen={{ number, version }} status={status} />
          ) : (
            <Text size="sm">Owners and admins write in tickets. Ask one of them.</Text>
          )}
        </Card>
      </WithAside>
    </>
  )
}
