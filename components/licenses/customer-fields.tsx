'use client'

import { Fieldset, SimpleGrid, TextInput } from '@mantine/core'
import { useFormContext } from 'react-hook-form'
import type { Customer } from '@/lib/licenses/schema'

/** What of a form these fields need. */
interface Fields {
  customer: Customer
}

/** Who the license is made out to. */
export function CustomerFields() {
  const { register, formState } = useFormContext<Fields>()
  const errors = formState.errors.customer
  return (
    <Fieldset legend="Customer" mx={0}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput error={errors?.company?.message} label="Company" {...register('customer.company')} />
        <TextInput
          description="Gets the mails about this license, beside owners and admins."
          error={errors?.email?.message}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label="E-mail"
          type="email"
          {...register('customer.email')}
        />
        <TextInput
          error={errors?.firstName?.message}
          label="First name"
          {...register('customer.firstName')}
        />
        <TextInput error={errors?.lastName?.message} label="Last name" {...register('customer.lastName')} />
      </SimpleGrid>
    </Fieldset>
  )
}
