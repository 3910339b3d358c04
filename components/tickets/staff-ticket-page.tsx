import { newLicensePath } from '@/components/licenses/paths'
import { Card } from '@/components/ui/card'
import { CopyField } from '@/components/ui/copy-field'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { WithAside } from '@/components/ui/with-aside'
import type { Assignee } from '@/lib/tickets/assign'
import type { StaffTicketView } from '@/lib/tickets/get-for-staff'
import type { TicketEvent } from '@/lib/tickets/history'
import { outlookOf } from '@/lib/usage/outlook'
import type { Usage } from '@/lib/usage/view'
import { AnswerForm } from './answer-form'
import { Assignment } from './assignment'
import { Conversation } from './conversation'
import { TicketFacts } from './facts'
import { TicketHistory } from './history'
import { NoteForm } from './note-form'
import { queuePath } from './paths'
import type { StaffActions } from './types'

interface Props extends StaffActions {
  ticket: StaffTicketView
  /** What the organization has reported of the product that it asks for; null: it asks for none. */
  usage: Usage | null
  events: TicketEvent[]
  assignees: Assignee[]
  /** The account of the person who looks. */
  me: string
  mayIssue: boolean
}

/** A ticket as staff see it, with everything there is to do about it. */
export function StaffTicketPage(props: Props) {
  const { ticket, usage, events, assignees, me, mayIssue, ...actions } = props
  const { number, version, status, subject, messages, notes, organizationId, mau } = ticket
  const issue = mayIssue && ticket.kind === 'SALES' && (
    <LinkButton href={newLicensePath({ org: organizationId, ...(mau && { mau }) })} variant="default">
      Issue license
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        actions={issue}
        crumbs={[{ label: 'Console' }, { label: 'Tickets', href: queuePath() }]}
        title={`#${number} ${subject}`}
      />
      <WithAside
        aside={
          <>
            <Card title="Assignee">
              <Assignment assign={actions.assign} assignees={assignees} me={me} ticket={ticket} />
            </Card>
            <Card title="About this ticket">
              <TicketFacts more={customerFacts(ticket, usage)} ticket={ticket} to="staff" />
            </Card>
            <Card title="History">
              <TicketHistory events={events} />
            </Card>
          </>
        }
      >
        <Card title="Conversation">
          <Conversation messages={messages} notes={notes} reader="STAFF" />
        </Card>
        <Card title="Answer the customer">
          <AnswerForm
            answer={actions.answer}
            close={actions.close}
            seen={{ number, version }}
            status={status}
          />
        </Card>
        <Card title="Internal note">
          <NoteForm note={actions.note} number={number} />
        </Card>
      </WithAside>
    </>
  )
}

function customerFacts({ organizationId, organizationName }: StaffTicketView, usage: Usage | null) {
  return [
    { label: 'Organization', value: organizationName },
    { label: 'Org ID', value: <CopyField text={organizationId} what="organization id" /> },
    ...(usage ? [{ label: 'MAU reported', value: outlookOf(usage, 'staff') }] : []),
  ]
}
