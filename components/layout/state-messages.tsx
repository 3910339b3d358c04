import { IconLock, IconMapQuestion } from '@tabler/icons-react'
import { LinkButton } from '@/components/ui/link-button'
import { Message } from '@/components/ui/message'
import { RequestId } from '@/components/ui/request-id'

const home = (
  <LinkButton href="/" variant="default">
    Go to the start page
  </LinkButton>
)

export function NotFoundMessage({ requestId }: { requestId: string }) {
  return (
    <Message
      actions={home}
      icon={<IconMapQuestion size={36} stroke={1.5} />}
      order={1}
      title="Page not found"
    >
      <p>There is nothing at this address, or it belongs to an organization that you are not a member of.</p>
      <RequestId id={requestId} />
    </Message>
  )
}

const WHO_CAN_CHANGE_IT = {
  organization: 'An owner of the organization can change your role under Members.',
  console: 'Ask an operator of this installation for it.',
}

interface ForbiddenProps {
  requestId: string
  where: keyof typeof WHO_CAN_CHANGE_IT
}

export function ForbiddenMessage({ requestId, where }: ForbiddenProps) {
  return (
    <Message
      actions={home}
      icon={<IconLock size={36} stroke={1.5} />}
      order={1}
      title="You may not see this page"
    >
      <p>Your role does not include it. {WHO_CAN_CHANGE_IT[where]}</p>
      <RequestId id={requestId} />
    </Message>
  )
}
