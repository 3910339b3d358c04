'use client'

import { Button, Group, Paper, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { Controller, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { lazyResolver } from '@/components/ui/lazy-resolver'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useLeavingAction } from '@/components/ui/use-leaving-action'
import type { PlanView } from '@/lib/orders/plans'
import { priceOf } from '@/lib/orders/price-of'
import type { BillingInterval, Details, SubscribeInput, subscribeSchema } from '@/lib/orders/schema'
import type { Taxed } from '@/lib/orders/tax'
import type { Result } from '@/lib/result'
import classes from './orders.module.css'
import { amountText, INTERVAL, priceText } from './words'

interface Props {
  plan: PlanView
  details: Details
  method: 'INVOICE' | 'STRIPE'
  /** What is to be paid for each interval, as far as it is known here. */
  due: Record<BillingInterval, Taxed>
  /** What is added to the prices: "plus VAT 19%"; null: nothing. */
  taxNote: string | null
  subscribe: (input: SubscribeInput) => Promise<Result<{ number: string; url: string }>>
}

type Fields = z.input<typeof subscribeSchema>

const resolver = lazyResolver<Fields, SubscribeInput>(
  async () => (await import('@/lib/orders/schema')).subscribeSchema,
)

const NEXT = {
  INVOICE: 'You get an invoice now. The license begins when the payment is here.',
  STRIPE: 'You pay on a page of Stripe, and come back here. The license begins at once.',
}

export function CheckoutForm({ plan, details, method, due, taxNote, subscribe }: Props) {
  const form = useForm<Fields, unknown, SubscribeInput>({
    resolver,
    defaultValues: { ...details, planCode: plan.code, interval: 'MONTH' },
  })
  const { run, pending, problem } = useLeavingAction(subscribe, { setFieldError: fieldsOf(form) })
  const interval = form.watch('interval')
  return (
    <Paper className={classes.narrow} p="md" withBorder>
      <Form onSubmit={form.handleSubmit(values => run(values))}>
        <Stack gap="md">
          <Controller
            control={form.control}
            name="interval"
            render={({ field }) => (
              <Radio.Group label="Billing" onChange={field.onChange} value={field.value}>
                <Stack gap="xs" mt="xs">
                  {(['MONTH', 'YEAR'] as const).map(value => (
                    <Radio
                      key={value}
                      label={`${INTERVAL[value].label}, ${priceText(priceOf(plan, value), plan.currency, value)}`}
                      value={value}
                    />
                  ))}
                </Stack>
              </Radio.Group>
            )}
          />
          <DetailFields form={form} />
          <ProblemAlert problem={problem} />
          <Text size="sm">
            <strong>{amountText({ ...due[interval], currency: plan.currency })}</strong>
            {method === 'STRIPE' && taxNote && `, ${taxNote},`} now, and every {INTERVAL[interval].per} until
            you cancel. {NEXT[method]}
          </Text>
          <Group justify="flex-end">
            <Button loading={pending} type="submit">
              {method === 'STRIPE' ? 'Go to payment' : 'Place the order'}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Paper>
  )
}

function DetailFields({ form }: { form: ReturnType<typeof useForm<Fields, unknown, SubscribeInput>> }) {
  const field = (name: keyof Details) => inputOf(form, name)
  return (
    <>
      <TextInput autoComplete="organization" label="Company" required {...field('company')} />
      <TextInput autoComplete="name" label="Contact name" required {...field('contactName')} />
      <TextInput
        autoComplete="email"
        description="Invoices and notices about payments go here."
        label="E-mail for invoices"
        required
        type="email"
        {...field('email')}
      />
      <Textarea autoComplete="street-address" label="Address" required rows={3} {...field('address')} />
      <TextInput autoComplete="off" label="Tax id" {...field('taxId')} />
    </>
  )
}
