import { Button, Group } from '@mantine/core'
import { LinkButton } from '@/components/ui/link-button'
import { ticketsPath } from './paths'

interface Props {
  organizationId: string
  pending: boolean
}

export function NewTicketButtons({ organizationId, pending }: Props) {
  return (
    <Group gap="xs" justify="flex-end">
      <LinkButton href={ticketsPath(organizationId)} variant="default">
        Cancel
      </LinkButton>
      <Button loading={pending} type="submit">
        Open ticket
      </Button>
    </Group>
  )
}
