'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { Controller, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { useReturnFocus } from '@/components/ui/use-return-focus'
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
  useReturnFocus()
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
    <Modal onClose={onClose} opened title="New API client">
      <Form onSubmit={form.handleSubmit(values => run(values))}>
        <Stack gap="md">
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
          <ProblemAlert problem={problem} />
          <Group gap="xs" justify="flex-end">
            <Button onClick={onClose} variant="default">
              Cancel
            </Button>
            <Button loading={pending} type="submit">
              Create
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
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
