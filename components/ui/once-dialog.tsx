'use client'

import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useReturnFocus } from './use-return-focus'

interface Props {
  title: string
  /** What to do with it now, and why. */
  warning: string
  /** What somebody says who has done so: the only way out. */
  button: string
  /** What has the focus again afterwards, when it is not what had it before. */
  opener?: Element | null
  /** What else can be done, before that button. */
  actions?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** The one time that a secret is seen: neither Escape nor a click beside the dialog takes it away. */
export function OnceDialog({ title, warning, button, opener, actions, onClose, children }: Props) {
  useReturnFocus(opener)
  return (
    <Modal
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onClose}
      opened
      size="lg"
      title={title}
      withCloseButton={false}
    >
      <Stack gap="md">
        <Alert color="yellow">{warning}</Alert>
        {children}
        <Group gap="xs" justify="flex-end">
          {actions}
          <Button onClick={onClose}>{button}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
