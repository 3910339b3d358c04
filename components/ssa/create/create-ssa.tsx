'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import type { CreateDialogProps } from './create-dialog'
import { useCreateDialog } from './use-create-dialog'

const Dialog = dynamic(() => import('./create-dialog'), { ssr: false })

/** Opens the dialog that `CreateSsaDialog` holds. */
export function CreateSsaButton({ variant }: { variant?: 'default' }) {
  const { open } = useCreateDialog()
  return (
    <Button onClick={open} variant={variant}>
      Create New SSA
    </Button>
  )
}

/** The dialog, there when the address says so (`?create=1`); its code is loaded when it first opens. */
export function CreateSsaDialog(props: Omit<CreateDialogProps, 'onClose'>) {
  const { opened, close } = useCreateDialog()
  return opened ? <Dialog {...props} onClose={close} /> : null
}
