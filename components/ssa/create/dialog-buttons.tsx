'use client'

import { Button, Group, Text } from '@mantine/core'

interface Props {
  busy: boolean
  /** Whether closing was asked for while something typed would be lost. */
  asking: boolean
  onClose: () => void
  onStay: () => void
  onDiscard: () => void
}

export function DialogButtons({ busy, asking, onClose, onStay, onDiscard }: Props) {
  if (asking) return <Discard onDiscard={onDiscard} onStay={onStay} />
  return (
    <Group gap="xs" justify="flex-end">
      <Button disabled={busy} onClick={onClose} variant="default">
        Cancel
      </Button>
      <Button loading={busy} type="submit">
        Create
      </Button>
    </Group>
  )
}

function Discard({ onStay, onDiscard }: Pick<Props, 'onStay' | 'onDiscard'>) {
  return (
    <Group gap="xs" justify="flex-end" role="alert">
      <Text flex="1 1 10rem" fw={500} size="sm">
        Discard what you typed?
      </Text>
      <Button autoFocus onClick={onStay} variant="default">
        Keep editing
      </Button>
      <Button color="red" onClick={onDiscard}>
        Discard
      </Button>
    </Group>
  )
}
