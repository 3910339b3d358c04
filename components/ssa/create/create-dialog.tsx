'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import type { Result } from '@/lib/result'
import type { SsaOffer } from '@/lib/ssa/offer'
import { ssaPath, ssaReads } from '../paths'
import classes from './create.module.css'
import { CreateForm } from './create-form'
import { DialogButtons } from './dialog-buttons'
import { type CreateFields, type CreateInput, createFormSchema, startingValues } from './values'

export interface CreateDialogProps {
  offer: SsaOffer
  issue: (input: CreateInput) => Promise<Result<{ jti: string; softwareId: string }>>
  organizationId: string
  onClose: () => void
}

/** **Create New SSA**. Closing it asks only when something was typed; creating leads to the detail page. */
export default function CreateDialog({ offer, issue, organizationId, onClose }: CreateDialogProps) {
  useReturnFocus()
  const router = useRouter()
  const narrow = useMediaQuery('(max-width: 36em)', undefined, { getInitialValueInEffect: false })
  const [leaving, setLeaving] = useState(false)
  const [asking, setAsking] = useState(false)
  const form = useForm<CreateFields, unknown, CreateInput>({
    resolver: zodResolver(createFormSchema),
    defaultValues: startingValues(offer.roles.map(role => role.name)),
  })
  const { run, pending, problem } = useAction(issue, {
    setFieldError: fieldsOf(form),
    invalidate: ssaReads(organizationId),
    done: ({ softwareId }) => `${softwareId} was created.`,
    onDone: ({ jti }) => {
      setLeaving(true)
      router.replace(ssaPath(organizationId, jti))
    },
  })
  const busy = pending || leaving
  const { isDirty } = form.formState
  const close = () => {
    if (busy) return
    if (isDirty) setAsking(true)
    else onClose()
  }
  return (
    <Modal
      classNames={{ content: classes.content }}
      fullScreen={narrow}
      onClose={close}
      opened
      size="lg"
      title="Create New SSA"
    >
      <FormProvider {...form}>
        <CreateForm onSubmit={form.handleSubmit(values => !busy && run(values))} offer={offer}>
          <ProblemAlert problem={problem} />
          <DialogButtons
            asking={asking}
            busy={busy}
            onClose={close}
            onDiscard={onClose}
            onStay={() => setAsking(false)}
          />
        </CreateForm>
      </FormProvider>
    </Modal>
  )
}
