'use client'

import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { inputOf } from '@/components/ui/input-of'
import { NumberField } from '@/components/ui/number-field'
import { namedOptions } from '@/components/ui/options'
import type { TicketOffer } from '@/lib/tickets/offer'
import type { salesTicketSchema } from '@/lib/tickets/schema'

interface Props {
  form: UseFormReturn<z.input<typeof salesTicketSchema>, unknown, z.output<typeof salesTicketSchema>>
  products: TicketOffer['products']
  /** Of the product that is chosen: see `TicketOffer`. */
  largestPlan: number | null
}

/** How much of what, and whom to talk to. */
export function SalesFields({ form, products, largestPlan }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <NativeSelect data={namedOptions(products)} label="Product" {...inputOf(form, 'productCode')} />
      <NumberField
        control={form.control}
        description={
          largestPlan && `Plans go up to ${largestPlan.toLocaleString('en')}; sales make offers for more.`
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label="Monthly active users"
        name="mau"
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
