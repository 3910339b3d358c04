'use client'

import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  onClose: () => void
  children: ReactNode
}

/** The rail on a narrow screen. */
export default function RailDrawer({ onClose, children }: Props) {
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
