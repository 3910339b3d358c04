'use client'

import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import type { SsaOffer } from '@/lib/ssa/offer'
import { AttributesField } from './attributes-field'
import classes from './create.module.css'
import { ExpirationField } from './expiration-field'
import { LifetimeField } from './lifetime-field'
import { RolesField } from './roles-field'
import { Switches } from './switches'
import type { CreateFields } from './values'
import { Warning } from './warning'

interface Props {
  offer: SsaOffer
  onSubmit: () => void
  /** What stands below the fields: refusals and buttons. */
  children: ReactNode
}

export function CreateForm({ offer, onSubmit, children }: Props) {
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
        <RolesField roles={offer.roles} />
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
            <ExpirationField />
            <LifetimeField />
          </SimpleGrid>
          <Warning of="lifetime" />
        </Stack>
        <Switches />
        <AttributesField attributes={offer.attributes} />
        <div className={classes.foot}>{children}</div>
      </Stack>
    </form>
  )
}
