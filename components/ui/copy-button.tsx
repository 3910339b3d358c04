'use client'

import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCopy, IconSelectAll } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { type CopyOutcome, useCopy } from './use-copy'

interface Props {
  text: string
  /** What is copied: "client id". */
  what: string
  /** Where the text stands on the page, to be selected when there is no clipboard. */
  source?: RefObject<HTMLElement | null>
  /** Absent: an icon; present: a button with these words. */
  children?: ReactNode
}

const SAID: Record<CopyOutcome, string> = {
  idle: '',
  copied: 'Copied',
  selected: 'Selected. Press Ctrl+C (⌘C) to copy.',
}
const ICON = { idle: IconCopy, copied: IconCheck, selected: IconSelectAll }

/** Copies, and confirms that it did: in its icon and words, and to screen readers. */
export function CopyButton({ text, what, source, children }: Props) {
  const own = useRef<HTMLSpanElement>(null)
  const { outcome, copy } = useCopy(source ?? own)
  const Icon = ICON[outcome]
  const onClick = () => void copy(text)
  return (
    <>
      {children ? (
        <Button leftSection={<Icon aria-hidden="true" size={16} />} onClick={onClick} variant="default">
          {SAID[outcome] || children}
        </Button>
      ) : (
        <ActionIcon aria-label={`Copy ${what}`} onClick={onClick} title={SAID[outcome] || `Copy ${what}`}>
          <Icon aria-hidden="true" size={16} />
        </ActionIcon>
      )}
      <VisuallyHidden role="status">{SAID[outcome]}</VisuallyHidden>
      {!source && outcome === 'selected' && <code ref={own}>{text}</code>}
    </>
  )
}
