'use client'

import { Fieldset, SimpleGrid, TextInput } from '@mantine/core'
import { useFormContext } from 'react-hook-form'
import { inputOf } from '@/components/ui/input-of'
import type { Customer } from '@/lib/licenses/schema'

/** What of a form these fields need. */
interface Fields {
  customer: Customer
}

/** Who the license is made out to. */
export function CustomerFields() {
  const form = useFormContext<Fields>()
  return (
    <Fieldset legend="Customer" mx={0}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label="Company" {...inputOf(form, 'customer.company')} />
        <TextInput
          description="Gets the mails about this license, beside owners and admins."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label="E-mail"
          type="email"
          {...inputOf(form, 'customer.email')}
        />
        <TextInput label="First name" {...inputOf(form, 'customer.firstName')} />
        <TextInput label="Last name" {...inputOf(form, 'customer.lastName')} />
      </SimpleGrid>
    </Fieldset>
  )
}
