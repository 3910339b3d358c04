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
  useSubject(form)
  const { run, pending, problem } = useNewTicket({ organizationId: organization.id, form, open })
  return (
    <Form onSubmit={form.handleSubmit(values => run(values))}>
      <Stack gap="md">
        <KeyValueRows rows={factsOf(organization, offer, productCode)} />
        <SalesFields form={form} products={offer.products} />
        <TextInput autoComplete="off" label="Subject" {...inputOf(form, 'subject')} />
        <MessageField
          description="When you need it, for how long, and how your users grow: what helps sales to make an offer."
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

function defaultsOf({ contact, productCode }: TicketOffer, mau: number | undefined) {
  return {
    kind: 'SALES' as const,
    subject: subjectOf(mau),
    text: '',
    productCode,
    contactName: contact.name,
    contactEmail: contact.email,
    ...(mau && { mau }),
  }
}

/** What sales are told without being asked for. */
function factsOf(organization: SalesFormProps['organization'], { products }: TicketOffer, code: string) {
  const license = products.find(product => product.code === code)?.license ?? null
  return [
    { label: 'Organization', value: organization.name },
    { label: 'Org ID', value: <CopyField text={organization.id} what="organization id" /> },
    { label: 'License', value: <LicenseFact license={license} /> },
  ]
}
