'use client'

import { Stack, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import type { SoftwareRole } from '@/lib/ssa/roles'
import { ExpirationField } from './expiration-field'
import { LifetimeField } from './lifetime-field'
import { RolesField } from './roles-field'
import { Switches } from './switches'
import type { CreateFields } from './values'
import { Warnings } from './warnings'

interface Props {
  roles: SoftwareRole[]
  onSubmit: () => void
  /** What stands below the fields: refusals and buttons. */
  children: ReactNode
}

export function CreateForm({ roles, onSubmit, children }: Props) {
  const { register, formState } = useFormContext<CreateFields>()
  const { errors } = formState
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Stack gap="lg">
        <TextInput
          aria-required
          autoComplete="off"
          data-autofocus
          description="Names the installation or product. No other live SSA of yours may have the same name."
          error={errors.softwareId?.message}
          label="Software Name"
          {...register('softwareId')}
        />
        <Textarea
          autosize
          description="Optional. For people here; it is not part of the JWT."
          error={errors.description?.message}
          label="Description"
          maxRows={6}
          minRows={2}
          {...register('description')}
        />
        <RolesField roles={roles} />
        <ExpirationField />
        <LifetimeField />
        <Switches />
        <Warnings />
        {children}
      </Stack>
    </form>
  )
}
