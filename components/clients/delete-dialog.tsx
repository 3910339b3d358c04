'use client'

import { List, Text } from '@mantine/core'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import type { Client, ClientActions, ClientsOf } from './types'

interface Props extends Pick<ClientActions, 'remove'> {
  client: Client
  of: ClientsOf
  invalidate: string[]
  onClose: () => void
}

export function DeleteDialog({ client, of, remove, invalidate, onClose }: Props) {
  const { run, pending, problem } = useAction(remove, {
    invalidate,
    done: `${client.name} was deleted.`,
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      confirm="Delete"
      onClose={onClose}
      onConfirm={() => run({ id: client.id })}
      opened
      pending={pending}
      problem={problem}
      title="Delete this client"
      typed={typedFor(client)}
    >
      <Text mb="xs" size="sm" style={{ overflowWrap: 'anywhere' }}>
        When <strong>{client.name}</strong> is deleted:
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>Its secret and its tokens stop working at once.</List.Item>
        {client.kind === 'API' ? (
          <List.Item>
            Programs that use it can no longer call the API{of ? ` in the name of ${of.name}` : ''}.
          </List.Item>
        ) : (
          <List.Item>
            The installation that registered it loses its access, its license included, until it registers
            again.
          </List.Item>
        )}
        <List.Item>The SSAs that it created stay as they are.</List.Item>
      </List>
      <Text mt="xs" size="sm">
        This cannot be undone.
      </Text>
    </ConfirmDialog>
  )
}

/** Software names itself as it likes; what nobody could type is confirmed by the start of its id. */
function typedFor({ name, id }: Client): string {
  return /^\S+( \S+)*$/.test(name) && name.length <= 60 ? name : id.slice(0, 8)
}
