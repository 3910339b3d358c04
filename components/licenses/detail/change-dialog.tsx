'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { FormProvider, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { FormDialog } from '@/components/ui/form-dialog'
import { toLocalInput } from '@/components/ui/local-time'
import { useAction } from '@/components/ui/use-action'
import { type ChangeLicenseInput, changeLicenseSchema } from '@/lib/licenses/schema'
import type { StaffLicenseView } from '@/lib/licenses/view'
import { CustomerFields } from '../customer-fields'
import { EndField } from '../end-field'
import { MauField } from '../mau-field'
import { LICENSES_URL } from '../paths'
import type { LicensePageProps } from './license-page'
import type { DialogProps } from './what-stops'

type Props = Omit<DialogProps, 'surroundings'> & Pick<LicensePageProps, 'change'>
type Fields = z.input<typeof changeLicenseSchema>

/** **Change terms**: only what was touched is sent, so that a field shown to the minute moves no end by seconds. */
export default function ChangeDialog({ license, change, onClose, onDone }: Props) {
  const form = useForm<Fields, unknown, ChangeLicenseInput>({
    resolver: zodResolver(changeLicenseSchema),
    defaultValues: termsOf(license),
  })
  const { run, pending, problem } = useAction(change, {
    setFieldError: fieldsOf(form),
    invalidate: [LICENSES_URL],
    done: 'The terms were changed. The customer gets a mail.',
    onDone,
  })
  const { isDirty, dirtyFields } = form.formState
  const submit = form.handleSubmit(({ id, mauThreshold, validUntil, customer }) =>
    run({
      id,
      mauThreshold,
      ...(dirtyFields.validUntil && { validUntil }),
      ...(dirtyFields.customer && { customer }),
    }),
  )
  return (
    <FormProvider {...form}>
      <FormDialog
        button="Change"
        disabled={!isDirty}
        onClose={onClose}
        onSubmit={submit}
        pending={pending}
        problem={problem}
        size="lg"
        title="Change terms"
      >
        <MauField control={form.control} name="mauThreshold" productCode={license.productCode} />
        <EndField control={form.control} from={license.validUntil} name="validUntil" />
        <CustomerFields />
      </FormDialog>
    </FormProvider>
  )
}

function termsOf(license: StaffLicenseView): Fields {
  return {
    id: license.id,
    mauThreshold: license.mauThreshold,
    validUntil: toLocalInput(license.validUntil),
    customer: {
      company: license.customerCompany,
      // A trial says another word in its place.
      email: license.kind === 'TRIAL' ? '' : license.customerEmail,
      firstName: license.customerFirstName,
      lastName: license.customerLastName,
    },
  }
}
