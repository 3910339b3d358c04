'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Checkbox, Stack, TextInput } from '@mantine/core'
import { Controller, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { FormDialog } from '@/components/ui/form-dialog'
import { inputOf } from '@/components/ui/input-of'
import { useAction } from '@/components/ui/use-action'
import type { ClientWithSecret } from '@/lib/clients/create'
import type { ScopeChoice } from '@/lib/clients/offer'
import { type CreateClientInput, createClientSchema } from '@/lib/clients/schema'
import classes from './clients.module.css'
import type { ClientActions, ClientsOf } from './types'

interface Props extends Pick<ClientActions, 'create'> {
  of: ClientsOf
  scopes: ScopeChoice[]
  invalidate: string[]
  onClose: () => void
  onDone: (made: ClientWithSecret) => void
}

type Fields = z.input<typeof createClientSchema>

export default function CreateDialog({ of, scopes, create, invalidate, onClose, onDone }: Props) {
  const form = useForm<Fields, unknown, CreateClientInput>({
    resolver: zodResolver(createClientSchema),
    defaultValues: { name: '', scopes: [] },
  })
  const { run, pending, problem, forget } = useAction(create, {
    setFieldError: fieldsOf(form),
    invalidate,
    onDone: made => {
      onDone(made)
      forget()
    },
  })
  return (
    <FormDialog
      button="Create"
      onClose={onClose}
      onSubmit={form.handleSubmit(values => run(values))}
      pending={pending}
      problem={problem}
      title="New API client"
    >
      <TextInput
        autoComplete="off"
        data-autofocus
        description="What uses it, so that you know it again: “Build server”."
        label="Name"
        {...inputOf(form, 'name')}
      />
      <Controller
        control={form.control}
        name="scopes"
        render={({ field, fieldState }) => (
          <Checkbox.Group
            description={
              of
                ? `What it may do in ${of.name}. Give no more than it needs.`
                : 'What it may do, in every organization. Give no more than it needs.'
            }
            error={fieldState.error?.message}
            label="Scopes"
            onChange={field.onChange}
            value={field.value}
          >
            <ScopeBoxes scopes={scopes} />
          </Checkbox.Group>
        )}
      />
    </FormDialog>
  )
}

function ScopeBoxes({ scopes }: { scopes: ScopeChoice[] }) {
  return (
    <Stack gap="xs" mb={6} mt="xs">
      {scopes.map(({ scope, description }) => (
        <Checkbox
          description={<span className={classes.scope}>{scope}</span>}
          key={scope}
          label={description}
          value={scope}
        />
      ))}
    </Stack>
  )
}
