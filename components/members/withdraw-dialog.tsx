'use client'

import { Text } from '@mantine/core'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import type { Invitation, MemberActions } from './types'

interface Props extends Pick<MemberActions, 'withdraw'> {
  invitation: Invitation
  /** The portal read of the invitations. */
  url: string
  onClose: () => void
}

export function WithdrawDialog({ invitation, url, withdraw, onClose }: Props) {
  const { run, pending, problem } = useAction(withdraw, {
    invalidate: [url],
    done: ({ email }) => `The invitation of ${email} was withdrawn.`,
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      confirm="Withdraw"
      onClose={onClose}
      onConfirm={() => run({ id: invitation.id })}
      opened
      pending={pending}
      problem={problem}
      title="Withdraw this invitation"
    >
      <Text style={{ overflowWrap: 'anywhere' }}>
        The link that was mailed to <strong>{invitation.email}</strong> stops working at once. You can invite
        the same address again.
      </Text>
    </ConfirmDialog>
  )
}
