'use client'

import { List, Textarea } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { fieldsOf } from '@/components/ui/fields-of'
import { inputOf } from '@/components/ui/input-of'
import { useAction } from '@/components/ui/use-action'
import { LICENSES_URL } from '../paths'
import type { LicensePageProps } from './license-page'
import { type DialogProps, WhatStops } from './what-stops'

interface Props extends DialogProps {
  action: LicensePageProps['suspend' | 'revoke']
  title: string
  confirm: string
  /** Said when it worked. */
  done: string
  /** What else comes of it, after what stops. */
  consequence: string
  /** To be typed before it is done. */
  typed?: string
}

/** Takes a license out of force, for a reason that the customer is told. */
export function ReasonDialog(props: Props) {
  const { license, surroundings, onClose, onDone, action, done, consequence, title, confirm, typed } = props
  const form = useForm({ defaultValues: { reason: '' } })
  const { run, pending, problem } = useAction(action, {
    setFieldError: fieldsOf(form),
    invalidate: [LICENSES_URL],
    done,
    onDone,
  })
  const confirmed = form.handleSubmit(({ reason }) => run({ id: license.id, reason }))
  return (
    <ConfirmDialog
      confirm={confirm}
      onClose={onClose}
      onConfirm={() => confirmed()}
      opened
      pending={pending}
      problem={problem}
      title={title}
      {...(typed !== undefined && { typed })}
    >
      <List mb="md" size="sm" spacing={4}>
        <WhatStops license={license} surroundings={surroundings} />
        <List.Item>{consequence}</List.Item>
      </List>
      <Textarea
        autosize
        data-autofocus
        description="The customer is told."
        label="Reason"
        minRows={2}
        {...inputOf(form, 'reason')}
      />
    </ConfirmDialog>
  )
}
