'use client'

import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useReturnFocus } from '@/components/ui/use-return-focus'

interface Props {
  onClose: () => void
  children: ReactNode
}

/** The rail on a narrow screen. */
export default function RailDrawer({ onClose, children }: Props) {
  useReturnFocus()
  return (
    <Drawer
      onClose={onClose}
      opened
      padding={0}
      size={280}
      title="Menu"
      styles={{ header: { paddingInline: 16 } }}
    >
      {children}
    </Drawer>
  )
}
