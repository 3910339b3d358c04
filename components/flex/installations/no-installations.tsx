import { IconServer } from '@tabler/icons-react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Leads to what makes the first one appear. */
export function NoInstallations({ connect }: { connect: string }) {
  return (
    <EmptyState
      action={
        <LinkButton href={connect} variant="default">
          Connect your Flex
        </LinkButton>
      }
      icon={<IconServer size={32} stroke={1.5} />}
      title="No installation has asked yet"
    >
      Each Flex that asks here for its license appears with its SSA, its address and when it was seen first
      and last.
    </EmptyState>
  )
}
