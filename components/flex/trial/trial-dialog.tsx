'use client'

import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { exactTimes } from '@/components/ui/relative-time'
import { useAction } from '@/components/ui/use-action'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { DAY_MS } from '@/lib/days'
import type { Result } from '@/lib/result'

export interface TrialDialogProps {
  days: number
  mau: number
  organizationName: string
  start: (input: object) => Promise<Result<unknown>>
  onClose: () => void
}

/** What the trial gives, and that there is only one, before it is started. */
export default function TrialDialog({ days, mau, organizationName, start, onClose }: TrialDialogProps) {
  useReturnFocus()
  const router = useRouter()
  const [openedAt] = useState(() => Date.now())
  const { run, pending, problem } = useAction(start, {
    done: 'The trial has started.',
    onDone: () => {
      onClose()
      router.refresh()
    },
  })
  const { local, utc } = exactTimes(openedAt + days * DAY_MS)
  const label = `Start ${days} day trial`
  return (
    <Modal onClose={onClose} opened title={label}>
      <Stack gap="md">
        <List size="sm" spacing={4}>
          <List.Item>
            A license of Flex for {days} days and {mau.toLocaleString('en')} monthly active users, for every
            installation of <strong>{organizationName}</strong>.
          </List.Item>
          <List.Item>No payment, and nothing to cancel: it ends by itself.</List.Item>
          <List.Item>
            <strong>Once only:</strong> you and this organization can each have one trial, for life. If you
            start it here, you cannot start another one elsewhere.
          </List.Item>
        </List>
        <Text size="sm">
          Started now, it ends on
          <br />
          {local} (your time)
          <br />
          {utc}
        </Text>
        <ProblemAlert problem={problem} />
        <Group gap="xs" justify="flex-end">
          <Button onClick={onClose} variant="default">
            Cancel
          </Button>
          <Button data-autofocus loading={pending} onClick={() => run({})}>
            {label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
