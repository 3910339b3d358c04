'use client'

import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useFormContext } from 'react-hook-form'
import { inputOf } from '@/components/ui/input-of'
import { namedOptions } from '@/components/ui/options'
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
  const form = useFormContext<IssueFields>()
  return (
    <>
      <OrganizationField given={organization} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
        <NativeSelect
          data={namedOptions(products)}
          description="What the license is for."
          label="Product"
          {...inputOf(form, 'productCode')}
        />
        <MauField control={form.control} name="mauThreshold" productCode={form.watch('productCode') ?? ''} />
      </SimpleGrid>
      {perHost && (
        <TextInput
          autoComplete="off"
          description="This product is licensed per host: the name that its SSA and its installation use."
          label="Host"
          placeholder="id.example.org"
          {...inputOf(form, 'fqdn')}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
        <TextInput
          description="Empty: at once."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label="Starts"
          max="9999-12-31T23:59"
          type="datetime-local"
          {...inputOf(form, 'validFrom', { setValueAs: text => text || undefined })}
        />
        <EndField control={form.control} name="validUntil" />
      </SimpleGrid>
      <CustomerFields />
      <Textarea
        autosize
        description="Only staff see them: the quote, the deal, who agreed."
        label="Notes"
        maxRows={10}
        minRows={2}
        {...inputOf(form, 'notes')}
      />
    </>
  )
}
