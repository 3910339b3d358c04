import { newTicketPath } from '@/components/tickets/paths'
import { LinkButton } from '@/components/ui/link-button'

interface Props {
  organizationId: string
  /** How many monthly active users are wanted, when that is known. */
  mau?: number
}

/** Opens a ticket to sales, with what is known filled in. */
export function ContactSales({ organizationId, mau }: Props) {
  return (
    <LinkButton href={newTicketPath(organizationId, 'SALES', mau)} variant="default">
      Contact sales
    </LinkButton>
  )
}
