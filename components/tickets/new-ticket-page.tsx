import { Stack } from '@mantine/core'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import type { TicketKind } from '@/lib/tickets/schema'
import { newTicketPath, ticketsPath } from './paths'
import { SalesForm, type SalesFormProps } from './sales-form'
import { SupportForm } from './support-form'

interface Props extends SalesFormProps {
  kind: TicketKind
}

export const NEW_TICKET_TITLE: Record<TicketKind, string> = { SALES: 'Contact sales', SUPPORT: 'Ask support' }

const DESCRIPTION: Record<TicketKind, string> = {
  SALES: 'Ask for a license beyond the plans. Sales answer here, and you get a mail when they do.',
  SUPPORT: 'Say what does not work. Support answers here, and you get a mail when it does.',
}

export function NewTicketPage({ kind, ...props }: Props) {
  const { organization, open } = props
  const other = kind === 'SALES' ? 'SUPPORT' : 'SALES'
  return (
    <Stack gap={0} maw={720}>
      <PageHeader
        actions={
          <LinkButton href={newTicketPath(organization.id, other)} variant="default">
            {NEW_TICKET_TITLE[other]} instead
          </LinkButton>
        }
        crumbs={[{ label: 'Tickets', href: ticketsPath(organization.id) }]}
        description={DESCRIPTION[kind]}
        title={NEW_TICKET_TITLE[kind]}
      />
      {kind === 'SALES' ? <SalesForm {...props} /> : <SupportForm open={open} organization={organization} />}
    </Stack>
  )
}
