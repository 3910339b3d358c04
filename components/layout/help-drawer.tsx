'use client'

import { Drawer } from '@mantine/core'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { type GuideLink, GuideList } from './guide-list'

interface Props {
  guides: GuideLink[]
  onClose: () => void
}

export default function HelpDrawer({ guides, onClose }: Props) {
  useReturnFocus()
  return (
    <Drawer onClose={onClose} opened position="right" title="Need Help?">
      <GuideList guides={guides} onFollow={onClose} />
    </Drawer>
  )
}
