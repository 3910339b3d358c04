'use client'

import { Group, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { FormDialog } from '@/components/ui/form-dialog'
import { inputOf, switchOf } from '@/components/ui/input-of'
import { namedOptions } from '@/components/ui/options'
import { useAction } from '@/components/ui/use-action'
import { MOST_PLAN_MAU } from '@/lib/orders/largest-plan'
import type { PlanView } from '@/lib/orders/plans'
import { fromPlan, NEW_PLAN, type PlanFields, planResolver, toPlan } from './plan-fields'
import type { PlanActions } from './plans-page'

interface Props extends PlanActions {
  /** Null: a new one. */
  plan: PlanView | null
  products: { code: string; name: string }[]
  onClose: () => void
  onDone: () => void
}

export default function PlanDialog({ plan, products, create, change, onClose, onDone }: Props) {
  const form = useForm<PlanFields>({
    resolver: planResolver,
    defaultValues: plan ? fromPlan(plan) : { ...NEW_PLAN, productCode: products[0]?.code ?? '' },
  })
  const save = (fields: PlanFields) => {
    const { productCode, ...terms } = toPlan(fields)
    return plan ? change(terms) : create({ productCode, ...terms })
  }
  const { run, pending, problem } = useAction(save, {
    setFieldError: fieldsOf(form),
    done: 'The plan was saved.',
    onDone,
  })
  return (
    <FormDialog
      button="Save"
      onClose={onClose}
      onSubmit={form.handleSubmit(fields => run(fields))}
      pending={pending}
      problem={problem}
      title={plan ? `Edit ${plan.name}` : 'New plan'}
    >
      <TextInput data-autofocus label="Name" {...inputOf(form, 'name')} />
      {!plan && (
        <>
          <TextInput
            description="Never changes: flex-200. It stands in addresses and in the audit log."
            label="Code"
            {...inputOf(form, 'code')}
          />
          <NativeSelect data={namedOptions(products)} label="Product" {...inputOf(form, 'productCode')} />
        </>
      )}
      <Group align="flex-start" grow>
        <TextInput
          description={`Up to ${MOST_PLAN_MAU.toLocaleString('en')}.`}
          inputMode="numeric"
          label="Monthly active users"
          {...inputOf(form, 'mau')}
        />
        <TextInput
          description="From the left."
          inputMode="numeric"
          label="Position"
          {...inputOf(form, 'position')}
        />
      </Group>
      <Group align="flex-start" grow>
        <TextInput inputMode="decimal" label="Monthly price" {...inputOf(form, 'monthlyPrice')} />
        <TextInput inputMode="decimal" label="Yearly price" {...inputOf(form, 'yearlyPrice')} />
      </Group>
      <TextInput description="As in ISO 4217: USD." label="Currency" {...inputOf(form, 'currency')} />
      <Switch label="On offer" {...switchOf(form, 'active')} />
    </FormDialog>
  )
}
