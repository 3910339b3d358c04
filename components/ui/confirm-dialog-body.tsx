'use client'

import { Button, Code, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ConfirmDialogProps } from './confirm-dialog'
import { Form } from './form'
import { ProblemAlert } from './problem-alert'
import { useReturnFocus } from './use-return-focus'

export default function ConfirmDialogBody(props: ConfirmDialogProps) {
  const { onClose, title, children, confirm, dismiss = 'Cancel', typed, pending, problem, onConfirm } = props
  useReturnFocus()
  const [text, setText] = useState('')
  const ready = typed === undefined || text.trim() === typed
  const submit = () => {
    if (ready) onConfirm(text.trim())
  }
  return (
    <Modal onClose={onClose} opened title={title}>
      <Form onSubmit={submit}>
        <Stack gap="md">
          <div>{children}</div>
          {typed !== undefined && (
            <TextInput
              autoComplete="off"
              data-autofocus
              label={
                <>
                  Type <Code>{typed}</Code> to confirm
                </>
              }
              onChange={event => setText(event.currentTarget.value)}
              value={text}
            />
          )}
          <ProblemAlert problem={problem} />
          <Group gap="xs" justify="flex-end">
            <Button onClick={onClose} variant="default">
              {dismiss}
            </Button>
            <Button color="red" disabled={!ready} loading={pending} type="submit">
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}
