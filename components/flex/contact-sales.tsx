import { LinkButton } from '@/components/ui/link-button'
import { contactSalesPath } from './paths'

interface Props {
  organizationId: string
  /** How many monthly active users are wanted, when that is known. */
  mau?: number
}

/** Opens a ticket to sales, with what is known filled in. */
export function ContactSales({ organizationId, mau }: Props) {
  return (
    <LinkButton href={contactSalesPath(organizationId, mau)} variant="default">
      Contact sales
    </LinkButton>
  )
}
