'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { TextInput } from '@mantine/core'
import { Controller, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { FormDialog } from '@/components/ui/form-dialog'
import { inputOf } from '@/components/ui/input-of'
import { useAction } from '@/components/ui/use-action'
import { type InviteInput, inviteSchema } from '@/lib/members/schema'
import { INVITATION_DAYS } from '@/lib/members/terms'
import type { InviteProps } from './invite-button'
import { invitationsUrl } from './paths'
import { ResendInstead } from './resend-instead'
import { RoleField } from './role-field'

type Fields = z.input<typeof inviteSchema>

export default function InviteDialog(props: InviteProps & { onClose: () => void }) {
  const { organization, powers, invite, resend, onClose } = props
  const url = invitationsUrl(organization.id)
  const form = useForm<Fields, unknown, InviteInput>({
    resolver: zodResolver(inviteSchema),
    defaultValues: { email: '', role: 'VIEWER' },
  })
  const { run, pending, problem } = useAction(invite, {
    setFieldError: fieldsOf(form),
    invalidate: [url],
    done: ({ email }) => `${email} was invited.`,
    onDone: onClose,
  })
  return (
    <FormDialog
      button="Send invitation"
      onClose={onClose}
      onSubmit={form.handleSubmit(values => run(values))}
      pending={pending}
      problem={problem}
      remedy={
        problem?.code === 'CONFLICT' && (
          <ResendInstead email={form.getValues('email')} onDone={onClose} resend={resend} url={url} />
        )
      }
      title={`Invite to ${organization.name}`}
    >
      <TextInput
        autoComplete="off"
        data-autofocus
        description={`They get a mail with a link that works for ${INVITATION_DAYS} days. No account is needed beforehand.`}
        label="E-mail address"
        type="email"
        {...inputOf(form, 'email')}
      />
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <RoleField offerOwner={powers.own} onChange={field.onChange} value={field.value} />
        )}
      />
    </FormDialog>
  )
}
