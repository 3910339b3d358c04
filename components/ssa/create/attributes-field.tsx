'use client'

import { Fieldset, Stack, Text, TextInput } from '@mantine/core'
import { useController, useFormContext } from 'react-hook-form'
import type { SsaOffer } from '@/lib/ssa/offer'
import { LONGEST_ATTRIBUTE } from '@/lib/ssa/schema'
import type { CreateFields } from './values'

/** The attributes that operators have configured; nothing while there are none. */
export function AttributesField({ attributes }: Pick<SsaOffer, 'attributes'>) {
  const { control } = useFormContext<CreateFields>()
  const { field, fieldState } = useController({ control, name: 'customAttributes' })
  const values = field.value ?? {}
  if (attributes.length === 0) return null
  return (
    <Fieldset legend="Custom attributes" variant="unstyled">
      <Stack gap="sm">
        {attributes.map(({ name, inJwt }) => (
          <TextInput
            autoComplete="off"
            description={
              inJwt ? 'Optional. Part of the JWT.' : 'Optional. Kept here; it is not part of the JWT.'
            }
            key={name}
            label={name}
            maxLength={LONGEST_ATTRIBUTE}
            onBlur={field.onBlur}
            onChange={event => field.onChange({ ...values, [name]: event.currentTarget.value })}
            value={values[name] ?? ''}
          />
        ))}
        {fieldState.error?.message && (
          <Text c="var(--mantine-color-error)" role="alert" size="xs">
            {fieldState.error.message}
          </Text>
        )}
      </Stack>
    </Fieldset>
  )
}
