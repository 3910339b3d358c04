'use client'

import { Button } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { GuideLink } from './guide-list'

const HelpDrawer = dynamic(() => import('./help-drawer'), { ssr: false })

interface Props {
  guides: GuideLink[]
  /** Where support is asked; null for who may not. */
  support: string | null
}

export function HelpButton(props: Props) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        color="gray"
        fullWidth
        justify="flex-start"
        leftSection={<IconLifebuoy aria-hidden="true" size={18} stroke={1.75} />}
        onClick={() => setOpened(true)}
        px={8}
        variant="subtle"
      >
        Need Help?
      </Button>
      {opened && <HelpDrawer {...props} onClose={() => setOpened(false)} />}
    </>
  )
}
