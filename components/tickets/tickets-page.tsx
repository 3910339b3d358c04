import { CreateHere } from '@/components/ui/create-here'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { newTicketPath } from './paths'
import { TicketList } from './ticket-list'

interface Props {
  organizationId: string
  mayWrite: boolean
}

export function TicketsPage({ organizationId, mayWrite }: Props) {
  const create = mayWrite && (
    <LinkButton href={newTicketPath(organizationId, 'SUPPORT')}>New ticket</LinkButton>
  )
  return (
    <>
      <PageHeader
        actions={<CreateHere>{create}</CreateHere>}
        description="What this organization asked sales and support, and what became of it."
        title="Tickets"
      />
      <TicketList create={create} organizationId={organizationId} />
    </>
  )
}
