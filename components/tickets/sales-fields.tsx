'use client'

import { NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { Controller, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { TicketOffer } from '@/lib/tickets/offer'
import type { salesTicketSchema } from '@/lib/tickets/schema'

interface Props {
  form: UseFormReturn<z.input<typeof salesTicketSchema>, unknown, z.output<typeof salesTicketSchema>>
  products: TicketOffer['products']
}

/** How much of what, and whom to talk to. */
export function SalesFields({ form, products }: Props) {
  const { control, register, formState } = form
  const { errors } = formState
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <NativeSelect
        data={products.map(({ code, name }) => ({ value: code, label: name }))}
        error={errors.productCode?.message}
        label="Product"
        {...register('productCode')}
      />
      <Controller
        control={control}
        name="mau"
        render={({ field: { value, onChange, ...field }, fieldState }) => (
          <NumberInput
            {...field}
            allowDecimal={false}
            allowNegative={false}
            error={fieldState.error?.message}
            hideControls
            label="Monthly active users"
            onChange={typed => onChange(typed === '' ? undefined : Number(typed))}
            thousandSeparator=","
            value={value ?? ''}
          />
        )}
      />
      <TextInput
        autoComplete="name"
        error={errors.contactName?.message}
        label="Contact"
        {...register('contactName')}
      />
      <TextInput
        autoComplete="email"
        error={errors.contactEmail?.message}
        label="Contact’s e-mail address"
        type="email"
        {...register('contactEmail')}
      />
    </SimpleGrid>
  )
}
