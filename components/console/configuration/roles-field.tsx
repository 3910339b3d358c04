'use client'

import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { inputOf } from '@/components/ui/input-of'
import type { ConfigurationFields } from '@/lib/configuration/form-schema'
import { AddButton, ListError, RemoveButton } from './list-parts'

export function RolesField() {
  const form = useFormContext<ConfigurationFields>()
  const { control, formState } = form
  const name = 'ssaMapSoftwareRolesToScopes'
  const { fields, append, remove } = useFieldArray({ control, name })
  const errors = formState.errors[name]
  return (
    <Stack gap="md">
      {fields.map((field, index) => (
        <Group align="flex-start" gap="sm" key={field.id}>
          <TextInput
            autoComplete="off"
            flex="1 1 160px"
            label="Role"
            {...inputOf(form, `${name}.${index}.name`)}
          />
          <Textarea
            autosize
            flex="3 1 280px"
            label="Scopes, one a line"
            minRows={1}
            {...inputOf(form, `${name}.${index}.scopes`)}
          />
          <RemoveButton onClick={() => remove(index)} underLabel what={`role ${index + 1}`} />
        </Group>
      ))}
      <ListError errors={errors} />
      <AddButton onClick={() => append({ name: '', scopes: '' })}>Add role</AddButton>
    </Stack>
  )
}
