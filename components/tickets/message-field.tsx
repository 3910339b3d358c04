'use client'

import { Textarea, type TextareaProps } from '@mantine/core'

interface Props extends TextareaProps {
  label: string
}

/** Where a message is written: grows with it, up to a point. */
export function MessageField(props: Props) {
  return <Textarea autosize maxRows={24} minRows={4} {...props} />
}
