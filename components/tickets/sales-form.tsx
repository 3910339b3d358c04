'use client'

import { Stack, TextInput } from '@mantine/core'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { CopyField } from '@/components/ui/copy-field'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { lazyResolver } from '@/components/ui/lazy-resolver'
import { ProblemAlert } from '@/components/ui/problem-alert'
import type { TicketOffer } from '@/lib/tickets/offer'
import type { salesTicketSchema } from '@/lib/tickets/schema'
import type { TicketLicense } from '@/lib/tickets/view'
import { LicenseFact } from './license-fact'
import { MessageField } from './message-field'
import { NewTicketButtons } from './new-ticket-buttons'
import { SalesFields } from './sales-fields'
import type { CustomerActions } from './types'
import { useNewTicket } from './use-new-ticket'
import { subjectOf, useSubject } from './use-subject'

export interface SalesFormProps extends Pick<CustomerActions, 'open'> {
  organization: { id: string; name: string }
  offer: TicketOffer
  /** Monthly active users that are wanted, when the way here told. */
  mau: number | undefined
}

type SalesFormFields = z.input<typeof salesTicketSchema>

const resolver = lazyResolver(async () => (await import('@/lib/tickets/schema')).salesTicketSchema)

export function SalesForm({ organization, offer, mau, open }: SalesFormProps) {
  const form = useForm<SalesFormFields, unknown, z.output<typeof salesTicketSchema>>({
    resolver,
    defaultValues: defaultsOf(offer, mau),
  })
  const productCode = useWatch({ control: form.control, name: 'productCode' })
  const product = productOf(offer, productCode)
  useSubject(form)
  const { run, pending, problem } = useNewTicket({ organizationId: organization.id, form, open })
  return (
    <Form onSubmit={form.handleSubmit(values => run(values))}>
      <Stack gap="md">
        <KeyValueRows rows={factsOf(organization, product)} />
        <SalesFields form={form} largestPlan={product?.largestPlan ?? null} products={offer.products} />
        <TextInput autoComplete="off" label="Subject" {...inputOf(form, 'subject')} />
        <MessageField
          description="What helps sales: when you need it, for how long, and how your users grow."
          label="Message"
          minRows={6}
          {...inputOf(form, 'text')}
        />
        <ProblemAlert problem={problem} />
        <NewTicketButtons organizationId={organization.id} pending={pending} />
      </Stack>
    </Form>
  )
}

function defaultsOf(offer: TicketOffer, asked: number | undefined) {
  const { contact, productCode } = offer
  const license = productOf(offer, productCode)?.license ?? null
  // Plans are for fewer; only a license that sales gave says how many they are asked for again.
  const mau = asked ?? (license?.kind === 'ENTERPRISE' ? license.mauThreshold : undefined)
  return {
    kind: 'SALES' as const,
    subject: subjectOf(mau),
    text: messageFor(license),
    productCode,
    contactName: contact.name,
    contactEmail: contact.email,
    ...(mau && { mau }),
  }
}

function productOf({ products }: TicketOffer, code: string) {
  return products.find(product => product.code === code)
}

/** Enough to be sent as it is; who lost a license has something else to say. */
function messageFor(license: TicketLicense | null): string {
  const lost = license?.verdict.code === 'SUSPENDED' || license?.verdict.code === 'REVOKED'
  return lost ? '' : 'Please make us an offer.'
}

/** What sales are told without being asked for. */
function factsOf(organization: SalesFormProps['organization'], product: ReturnType<typeof productOf>) {
  return [
    { label: 'Organization', value: organization.name },
    { label: 'Org ID', value: <CopyField text={organization.id} what="organization id" /> },
    { label: 'License', value: <LicenseFact license={product?.license ?? null} /> },
  ]
}
