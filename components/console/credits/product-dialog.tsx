'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core'
import { Controller, useForm } from 'react-hook-form'
import { CreditsField } from '@/components/credits/credits-field'
import { fieldsOf } from '@/components/ui/fields-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import type { CreditProductView } from '@/lib/credits/products'
import { type ChangeProductInput, changeProductSchema } from '@/lib/credits/schema'
import { LICENSE_PRODUCT } from '@/lib/credits/terms'
import type { ProductActions } from './products-page'

interface Props extends ProductActions {
  /** Null: a new one. */
  product: CreditProductView | null
  onClose: () => void
  onDone: () => void
}

const NEW: ChangeProductInput = { code: '', name: '', description: '', cost: 1, active: true }

export default function ProductDialog({ product, create, change, onClose, onDone }: Props) {
  useReturnFocus()
  const form = useForm<ChangeProductInput>({
    resolver: zodResolver(changeProductSchema),
    defaultValues: product ?? NEW,
  })
  const { errors } = form.formState
  const isFree = product?.code === LICENSE_PRODUCT
  const save = product ? change : ({ active: _, ...rest }: ChangeProductInput) => create(rest)
  const { run, pending, problem } = useAction(save, {
    setFieldError: fieldsOf(form),
    done: ({ name }) => (product ? `${name} was changed.` : `${name} was added.`),
    onDone,
  })
  return (
    <Modal onClose={onClose} opened title={product ? `Edit ${product.name}` : 'New product'}>
      <form noValidate onSubmit={form.handleSubmit(values => run(values))}>
        <Stack gap="md">
          {!product && (
            <TextInput
              autoComplete="off"
              data-autofocus
              description="What services name in a debit. It cannot be changed later."
              error={errors.code?.message}
              label="Code"
              {...form.register('code')}
            />
          )}
          <TextInput
            autoComplete="off"
            data-autofocus={product ? true : undefined}
            error={errors.name?.message}
            label="Name"
            {...form.register('name')}
          />
          <TextInput
            autoComplete="off"
            description="“One push notification”, for example. People read it beside the cost."
            error={errors.description?.message}
            label="What one is"
            {...form.register('description')}
          />
          <CreditsField
            control={form.control}
            description={isFree ? 'License calls are free, always.' : 'Credits for one.'}
            disabled={isFree}
            label="Cost"
            name="cost"
          />
          {product && !isFree && (
            <Controller
              control={form.control}
              name="active"
              render={({ field: { value, ...field } }) => (
                <Switch
                  checked={value}
                  description="Off, debits of it are refused with PRODUCT_INACTIVE."
                  label="Active"
                  {...field}
                />
              )}
            />
          )}
          <ProblemAlert problem={problem} />
          <Group gap="xs" justify="flex-end">
            <Button onClick={onClose} variant="default">
              Cancel
            </Button>
            <Button loading={pending} type="submit">
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
