'use client'

import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
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
  const form = useFormContext<CreateFields>()
  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="lg">
        <TextInput
          aria-required
          autoComplete="off"
          data-autofocus
          description="Names the installation or product. No other live SSA of yours may have the same name."
          label="Software Name"
          {...inputOf(form, 'softwareId')}
        />
        <Textarea
          autosize
          description="Optional. For people here; it is not part of the JWT."
          label="Description"
          maxRows={6}
          minRows={2}
          {...inputOf(form, 'description')}
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
    </Form>
  )
}
