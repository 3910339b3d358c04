'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Switch, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { FormDialog } from '@/components/ui/form-dialog'
import { inputOf, switchOf } from '@/components/ui/input-of'
import { NumberField } from '@/components/ui/number-field'
import { useAction } from '@/components/ui/use-action'
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
  const form = useForm<ChangeProductInput>({
    resolver: zodResolver(changeProductSchema),
    defaultValues: product ?? NEW,
  })
  const isFree = product?.code === LICENSE_PRODUCT
  const save = product ? change : ({ active: _, ...rest }: ChangeProductInput) => create(rest)
  const { run, pending, problem } = useAction(save, {
    setFieldError: fieldsOf(form),
    done: ({ name }) => (product ? `${name} was changed.` : `${name} was added.`),
    onDone,
  })
  return (
    <FormDialog
      button="Save"
      onClose={onClose}
      onSubmit={form.handleSubmit(values => run(values))}
      pending={pending}
      problem={problem}
      title={product ? `Edit ${product.name}` : 'New product'}
    >
      {!product && (
        <TextInput
          autoComplete="off"
          data-autofocus
          description="What services name in a debit. It cannot be changed later."
          label="Code"
          {...inputOf(form, 'code')}
        />
      )}
      <TextInput
        autoComplete="off"
        data-autofocus={product ? true : undefined}
        label="Name"
        {...inputOf(form, 'name')}
      />
      <TextInput
        autoComplete="off"
        description="“One push notification”, for example. People read it beside the cost."
        label="What one is"
        {...inputOf(form, 'description')}
      />
      <NumberField
        control={form.control}
        description={isFree ? 'License calls are free, always.' : 'Credits for one.'}
        disabled={isFree}
        label="Cost"
        name="cost"
      />
      {product && !isFree && (
        <Switch
          description="Off, debits of it are refused with PRODUCT_INACTIVE."
          label="Active"
          {...switchOf(form, 'active')}
        />
      )}
    </FormDialog>
  )
}
