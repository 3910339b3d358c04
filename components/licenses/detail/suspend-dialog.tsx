'use client'

import { List, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import { LICENSES_URL } from '../paths'
import type { LicensePageProps } from './license-page'
import { type DialogProps, WhatStops } from './what-stops'

type Props = DialogProps & Pick<LicensePageProps, 'suspend'>

export default function SuspendDialog({ license, surroundings, suspend, onClose, onDone }: Props) {
  const [reason, setReason] = useState('')
  const { run, pending, problem } = useAction(suspend, {
    invalidate: [LICENSES_URL],
    done: 'The license is suspended. The customer gets a mail.',
    onDone,
  })
  return (
    <ConfirmDialog
      confirm="Suspend"
      onClose={onClose}
      onConfirm={() => run({ id: license.id, reason })}
      opened
      pending={pending}
      problem={problem}
      title="Suspend this license"
    >
      <List mb="md" size="sm" spacing={4}>
        <WhatStops license={license} surroundings={surroundings} />
        <List.Item>Its time runs on. Resume puts it back in force for what is left.</List.Item>
      </List>
      <Textarea
        autosize
        data-autofocus
        description="The customer is told."
        label="Reason"
        minRows={2}
        onChange={event => setReason(event.currentTarget.value)}
        value={reason}
      />
    </ConfirmDialog>
  )
}
