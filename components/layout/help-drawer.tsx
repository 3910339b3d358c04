'use client'

import { Button, Drawer, Stack, Text } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { Link } from '@/components/ui/link'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { type GuideLink, GuideList } from './guide-list'

interface Props {
  guides: GuideLink[]
  support: string | null
  onClose: () => void
}

export default function HelpDrawer({ guides, support, onClose }: Props) {
  useReturnFocus()
  return (
    <Drawer onClose={onClose} opened position="right" title="Need Help?">
      {support && <AskSupport href={support} onFollow={onClose} />}
      <GuideList guides={guides} onFollow={onClose} />
    </Drawer>
  )
}

/** For what no guide answers. */
function AskSupport({ href, onFollow }: { href: string; onFollow: () => void }) {
  return (
    <Stack gap="xs" mb="md">
      <Text size="sm">A guide may have the answer. If none has, describe the problem in a ticket.</Text>
      <Button
        component={Link}
        href={href}
        leftSection={<IconMessages aria-hidden="true" size={18} />}
        onClick={onFollow}
        variant="default"
      >
        Ask support
      </Button>
    </Stack>
  )
}
