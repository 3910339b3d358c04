import { Alert, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { newTicketPath } from '@/components/tickets/paths'
import { LinkButton } from '@/components/ui/link-button'
import { creditsText } from '@/lib/credits/credits-text'

interface Props {
  organizationId: string
  balance: number
  threshold: number
  /** Whether the person may open tickets. */
  mayAsk: boolean
}

/** Stands on every tab while the credits are at the threshold or below. */
export function LowBanner({ organizationId, balance, threshold, mayAsk }: Props) {
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden="true" size={18} />}
      title={balance === 0 ? 'No credits are left' : `${creditsText(balance)} left`}
    >
      <Group gap="sm" justify="space-between">
        <span>
          {balance === 0
            ? 'Services that cost credits refuse to work. '
            : `The threshold is ${threshold.toLocaleString('en')}. `}
          License calls are free and go on.
        </span>
        {mayAsk && (
          <LinkButton href={newTicketPath(organizationId, 'SUPPORT')} size="xs" variant="default">
            Ask for more credits
          </LinkButton>
        )}
      </Group>
    </Alert>
  )
}
