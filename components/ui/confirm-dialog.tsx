'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Problem } from '@/lib/result'

const Dialog = dynamic(() => import('./confirm-dialog-body'), { ssr: false })

export interface ConfirmDialogProps {
  opened: boolean
  onClose: () => void
  title: string
  /** What will break, named. */
  children: ReactNode
  /** The verb on the red button: "Revoke". */
  confirm: string
  /** What leaves everything as it is, where "Cancel" would be read as the red button. */
  dismiss?: string
  /** When it is much or many: the text that must be typed back first. */
  typed?: string
  pending: boolean
  problem: Problem | null
  onConfirm: (typed: string) => void
}

/** Asks before something that cannot be undone. Its code is loaded when it first opens. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.opened ? <Dialog {...props} /> : null
}
