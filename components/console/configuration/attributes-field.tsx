'use client'

import { Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { inputOf, switchOf } from '@/components/ui/input-of'
import type { ConfigurationFields } from '@/lib/configuration/form-schema'
import { AddButton, ListError, RemoveButton } from './list-parts'

export function AttributesField() {
  const form = useFormContext<ConfigurationFields>()
  const { control, formState } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'ssaCustomAttributes' })
  const errors = formState.errors.ssaCustomAttributes
  return (
    <Stack gap="sm">
      {fields.length === 0 && (
        <Text c="dimmed" size="sm">
          None yet. Gluu Server 4, for one, wants an attribute <code>fqdn</code> in the JWT.
        </Text>
      )}
      {fields.map((field, index) => (
        <Group align="flex-start" gap="sm" key={field.id} wrap="nowrap">
          <TextInput
            aria-label={`Name of attribute ${index + 1}`}
            autoComplete="off"
            flex={1}
            miw={0}
            placeholder="Name"
            {...inputOf(form, `ssaCustomAttributes.${index}.name`)}
          />
          <Checkbox
            aria-label={`In the JWT: attribute ${index + 1}`}
            label="In the JWT"
            mt={8}
            {...switchOf(form, `ssaCustomAttributes.${index}.inJwt`)}
          />
          <RemoveButton onClick={() => remove(index)} what={`attribute ${index + 1}`} />
        </Group>
      ))}
      <ListError errors={errors} />
      <AddButton onClick={() => append({ name: '', inJwt: false })}>Add attribute</AddButton>
    </Stack>
  )
}
