import { Alert, Group, Text } from '@mantine/core'
import { LinkButton } from '@/components/ui/link-button'
import type { Billing } from '@/lib/orders/billing'
import { orderPath } from './paths'

interface Props {
  organizationId: string
  openOrder: NonNullable<Billing['openOrder']>
}

const WHAT = {
  NEW: 'The license is given when it is paid.',
  RENEWAL: 'The subscription goes on when it is paid.',
  CHANGE: 'The plan changes when it is paid.',
}

/** What waits for its payment, and the way to it. */
export function OpenOrderNote({ organizationId, openOrder: { number, kind, planName } }: Props) {
  return (
    <Alert color="yellow" mb="sm" variant="light">
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          The order {number} for {planName} is open. {WHAT[kind]}
        </Text>
        <LinkButton href={orderPath(organizationId, number)} size="compact-sm" variant="default">
          See the order
        </LinkButton>
      </Group>
    </Alert>
  )
}
