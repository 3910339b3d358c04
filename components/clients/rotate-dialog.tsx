'use client'

import { List, Text } from '@mantine/core'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import type { ClientWithSecret } from '@/lib/clients/create'
import { TOKEN_LIFETIME } from '@/lib/oauth/terms'
import { lifetimeInWords } from '@/lib/ssa/lifetime'
import type { Client, ClientActions } from './types'

interface Props extends Pick<ClientActions, 'rotate'> {
  client: Client
  invalidate: string[]
  onClose: () => void
  onDone: (made: ClientWithSecret) => void
}

export function RotateDialog({ client, rotate, invalidate, onClose, onDone }: Props) {
  const { run, pending, problem, forget } = useAction(rotate, {
    invalidate,
    onDone: made => {
      onDone(made)
      forget()
    },
  })
  return (
    <ConfirmDialog
      confirm="Rotate secret"
      onClose={onClose}
      onConfirm={() => run({ id: client.id })}
      opened
      pending={pending}
      problem={problem}
      title="Rotate the secret"
    >
      <Text mb="xs" size="sm" style={{ overflowWrap: 'anywhere' }}>
        When <strong>{client.name}</strong> gets a new secret:
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>The old secret stops working at once.</List.Item>
        <List.Item>Software that has the old one gets no tokens until you give it the new one.</List.Item>
        <List.Item>
          Tokens that it holds already work on until they expire, {lifetimeInWords(TOKEN_LIFETIME)} at most.
        </List.Item>
      </List>
      <Text mt="xs" size="sm">
        The new secret is shown once, right after this.
      </Text>
    </ConfirmDialog>
  )
}
