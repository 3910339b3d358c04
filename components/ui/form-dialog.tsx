'use client'

import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import type { Problem } from '@/lib/result'
import { Form } from './form'
import { ProblemAlert } from './problem-alert'
import { useReturnFocus } from './use-return-focus'

interface Props extends Pick<ComponentProps<typeof Form>, 'onSubmit'> {
  title: string
  size?: 'lg'
  onClose: () => void
  /** The verb on the button: "Send invitation". */
  button: string
  /** On the button that does nothing: "Cancel", unless that could mean the other one. */
  dismiss?: string
  /** Red: what cannot be undone. */
  color?: 'red'
  disabled?: boolean
  /** When there is nothing to fill in. */
  focusButton?: boolean
  pending: boolean
  problem: Problem | null
  /** What else can be done about the problem. */
  remedy?: ReactNode
  /** The fields; the first one to fill in with `data-autofocus`. */
  children: ReactNode
}

/** A dialog with one thing to do: fields, a refusal, Cancel, and the button that does it. Load it when it first opens. */
export function FormDialog(props: Props) {
  const { title, size, onClose, button, dismiss = 'Cancel', color, disabled, focusButton } = props
  const { pending, problem, remedy } = props
  useReturnFocus()
  return (
    <Modal onClose={onClose} opened size={size} title={title}>
      <Form onSubmit={props.onSubmit}>
        <Stack gap="md">
          {props.children}
          <ProblemAlert problem={problem} />
          {remedy}
          <Group gap="xs" justify="flex-end">
            <Button onClick={onClose} variant="default">
              {dismiss}
            </Button>
            <Button
              color={color}
              data-autofocus={focusButton}
              disabled={disabled}
              loading={pending}
              type="submit"
            >
              {button}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}
