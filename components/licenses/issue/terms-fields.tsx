'use client'

import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useFormContext } from 'react-hook-form'
import type { ProductView } from '@/lib/licenses/products'
import { CustomerFields } from '../customer-fields'
import { EndField } from '../end-field'
import { MauField } from '../mau-field'
import { OrganizationField } from './organization-field'
import type { IssueFields } from './values'

interface Props {
  products: ProductView[]
  /** Chosen already. */
  organization: { id: string; name: string } | null
  /** Whether the chosen product is licensed per host. */
  perHost: boolean
}

/** What was agreed: for whom, what, how many, how long. */
export function TermsFields({ products, organization, perHost }: Props) {
  const { register, formState, control } = useFormContext<IssueFields>()
  const { errors } = formState
  return (
    <>
      <OrganizationField given={organization} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
        <NativeSelect
          data={products.map(({ code, name }) => ({ value: code, label: name }))}
          description="What the license is for."
          error={errors.productCode?.message}
          label="Product"
          {...register('productCode')}
        />
        <MauField control={control} name="mauThreshold" />
      </SimpleGrid>
      {perHost && (
        <TextInput
          autoComplete="off"
          description="This product is licensed per host: the name that its SSA and its installation use."
          error={errors.fqdn?.message}
          label="Host"
          placeholder="id.example.org"
          {...register('fqdn')}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
        <TextInput
          description="Empty: at once."
          error={errors.validFrom?.message}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label="Starts"
          max="9999-12-31T23:59"
          type="datetime-local"
          {...register('validFrom', { setValueAs: text => text || undefined })}
        />
        <EndField control={control} name="validUntil" />
      </SimpleGrid>
      <CustomerFields />
      <Textarea
        autosize
        description="Only staff see them: the quote, the deal, who agreed."
        error={errors.notes?.message}
        label="Notes"
        maxRows={10}
        minRows={2}
        {...register('notes')}
      />
    </>
  )
}
