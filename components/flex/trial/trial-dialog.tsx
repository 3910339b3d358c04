'use client'

import { List, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormDialog } from '@/components/ui/form-dialog'
import { exactTimes } from '@/components/ui/relative-time'
import { useAction } from '@/components/ui/use-action'
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
    <FormDialog
      button={label}
      focusButton
      onClose={onClose}
      onSubmit={() => run({})}
      pending={pending}
      problem={problem}
      title={label}
    >
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
    </FormDialog>
  )
}
