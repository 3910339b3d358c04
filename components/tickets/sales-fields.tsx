'use client'

import { NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { Controller, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { inputOf } from '@/components/ui/input-of'
import type { TicketOffer } from '@/lib/tickets/offer'
import type { salesTicketSchema } from '@/lib/tickets/schema'

interface Props {
  form: UseFormReturn<z.input<typeof salesTicketSchema>, unknown, z.output<typeof salesTicketSchema>>
  products: TicketOffer['products']
}

/** How much of what, and whom to talk to. */
export function SalesFields({ form, products }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <NativeSelect
        data={products.map(({ code, name }) => ({ value: code, label: name }))}
        label="Product"
        {...inputOf(form, 'productCode')}
      />
      <Controller
        control={form.control}
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
      <TextInput autoComplete="name" label="Contact" {...inputOf(form, 'contactName')} />
      <TextInput
        autoComplete="email"
        label="Contact’s e-mail address"
        type="email"
        {...inputOf(form, 'contactEmail')}
      />
    </SimpleGrid>
  )
}
