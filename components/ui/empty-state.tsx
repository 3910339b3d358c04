import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Message } from './message'

interface Props {
  /** What is not there yet: "No SSAs yet". */
  title: string
  /** What this list is for, in one or two sentences. */
  children: ReactNode
  /** The first thing to do. */
  action?: ReactNode
  icon?: ReactNode
}

/** Says what a list is for while there is nothing in it, and offers the first action. */
export function EmptyState({ title, children, action, icon }: Props) {
  return (
    <Message actions={action} icon={icon ?? <IconInbox size={32} stroke={1.5} />} title={title}>
      {children}
    </Message>
  )
}
