'use client'

import { Code, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ConfirmDialogProps } from './confirm-dialog'
import { FormDialog } from './form-dialog'

export default function ConfirmDialogBody(props: ConfirmDialogProps) {
  const { children, confirm, typed, onConfirm, opened: _, ...rest } = props
  const [text, setText] = useState('')
  const ready = typed === undefined || text.trim() === typed
  const submit = () => {
    if (ready) onConfirm(text.trim())
  }
  return (
    <FormDialog {...rest} button={confirm} color="red" disabled={!ready} onSubmit={submit}>
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
    </FormDialog>
  )
}
