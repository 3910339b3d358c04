'use client'

import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { ConfigurationFields } from '@/lib/configuration/form-schema'
import { AddButton, ListError, RemoveButton } from './list-parts'

export function RolesField() {
  const { control, formState, register } = useFormContext<ConfigurationFields>()
  const name = 'ssaMapSoftwareRolesToScopes'
  const { fields, append, remove } = useFieldArray({ control, name })
  const errors = formState.errors[name]
  return (
    <Stack gap="md">
      {fields.map((field, index) => (
        <Group align="flex-start" gap="sm" key={field.id}>
          <TextInput
            autoComplete="off"
            error={errors?.[index]?.name?.message}
            flex="1 1 160px"
            label="Role"
            {...register(`${name}.${index}.name`)}
          />
          <Textarea
            autosize
            error={errors?.[index]?.scopes?.message}
            flex="3 1 280px"
            label="Scopes, one a line"
            minRows={1}
            {...register(`${name}.${index}.scopes`)}
          />
          <RemoveButton onClick={() => remove(index)} underLabel what={`role ${index + 1}`} />
        </Group>
      ))}
      <ListError errors={errors} />
      <AddButton onClick={() => append({ name: '', scopes: '' })}>Add role</AddButton>
    </Stack>
  )
}
