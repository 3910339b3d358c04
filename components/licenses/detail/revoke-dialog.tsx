'use client'

import { List, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import { LICENSES_URL } from '../paths'
import type { LicensePageProps } from './license-page'
import { type DialogProps, WhatStops } from './what-stops'

type Props = DialogProps & Pick<LicensePageProps, 'revoke'>

export default function RevokeDialog({ license, surroundings, revoke, onClose, onDone }: Props) {
  const [reason, setReason] = useState('')
  const { run, pending, problem } = useAction(revoke, {
    invalidate: [LICENSES_URL],
    done: 'The license was revoked. The customer gets a mail.',
    onDone,
  })
  return (
    <ConfirmDialog
      confirm="Revoke"
      onClose={onClose}
      onConfirm={() => run({ id: license.id, reason })}
      opened
      pending={pending}
      problem={problem}
      title="Revoke this license"
      typed={license.organizationName}
    >
      <List mb="md" size="sm" spacing={4}>
        <WhatStops license={license} surroundings={surroundings} />
        <List.Item>This cannot be undone. To take it out of force for a while, suspend it.</List.Item>
      </List>
      <Textarea
        autosize
        description="The customer is told."
        label="Reason"
        minRows={2}
        onChange={event => setReason(event.currentTarget.value)}
        value={reason}
      />
    </ConfirmDialog>
  )
}
