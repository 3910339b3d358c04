'use client'

import { List, Text } from '@mantine/core'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import type { Member, MemberActions } from './types'

interface Props extends Pick<MemberActions, 'remove'> {
  member: Member
  organization: { name: string }
  invalidate: string[]
  onClose: () => void
}

export function RemoveDialog({ member, organization, remove, invalidate, onClose }: Props) {
  const { run, pending, problem } = useAction(remove, {
    invalidate,
    done: ({ name }) => `${name} was removed.`,
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      confirm="Remove"
      onClose={onClose}
      onConfirm={() => run({ accountId: member.accountId })}
      opened
      pending={pending}
      problem={problem}
      title={`Remove ${member.name}`}
    >
      <Text mb="xs">
        When <strong>{member.name}</strong> is removed from {organization.name}:
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>They lose access at once, also where they are signed in now.</List.Item>
        <List.Item>Open invitations that they sent are withdrawn.</List.Item>
        <List.Item>The SSAs that they created stay as they are.</List.Item>
      </List>
      <Text mt="xs">To come back they need a new invitation.</Text>
    </ConfirmDialog>
  )
}
