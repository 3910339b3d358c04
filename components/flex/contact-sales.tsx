import { newTicketPath } from '@/components/tickets/paths'
import { LinkButton } from '@/components/ui/link-button'

interface Props {
  organizationId: string
  productCode: string
}

/** Opens a ticket to sales, with what is known filled in. */
export function ContactSales({ organizationId, productCode }: Props) {
  return (
    <LinkButton href={newTicketPath(organizationId, 'SALES', productCode)} variant="default">
      Contact sales
    </LinkButton>
  )
}
