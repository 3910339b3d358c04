'use client'

import { Button, Group, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { lazyResolver } from '@/components/ui/lazy-resolver'
import { LinkButton } from '@/components/ui/link-button'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import type { ProductView } from '@/lib/licenses/products'
import type { IssueEnterpriseInput } from '@/lib/licenses/schema'
import type { Result } from '@/lib/result'
import { consoleLicensePath, LICENSES_URL } from '../paths'
import { Replaced } from './replaced'
import { TermsFields } from './terms-fields'
import { useOffer } from './use-offer'
import { type IssueFields, startingValues } from './values'

const resolver = lazyResolver<IssueFields, IssueEnterpriseInput>(
  async () => (await import('@/lib/licenses/schema')).issueEnterpriseSchema,
)

export interface IssueFormProps {
  products: ProductView[]
  /** What a ticket has filled in. */
  organization: { id: string; name: string } | null
  mau: number | null
  issue: (input: IssueEnterpriseInput) => Promise<Result<{ id: string; key: string }>>
}

/** **Issue enterprise license**: what it replaces stands above the button, and is what gets replaced. */
export function IssueForm({ products, organization, mau, issue }: IssueFormProps) {
  const router = useRouter()
  const [leaving, setLeaving] = useState(false)
  const form = useForm<IssueFields, unknown, IssueEnterpriseInput>({
    resolver,
    defaultValues: startingValues({ org: organization?.id ?? '', mau, productCode: products[0]?.code ?? '' }),
  })
  const [organizationId, productCode = '', fqdn = ''] = form.watch(['organizationId', 'productCode', 'fqdn'])
  const perHost = products.find(({ code }) => code === productCode)?.perHost ?? false
  const meant = { organizationId, productCode, fqdn: perHost ? fqdn : '' }
  const complete = organizationId !== '' && (!perHost || fqdn !== '')
  const { offer, problem: unknown, refetch } = useOffer(meant, complete)
  const issued = async (input: IssueEnterpriseInput) => {
    const result = await issue(input)
    // What was shown may be why it was refused.
    if (!result.ok) void refetch()
    return result
  }
  const { run, pending, problem } = useAction(issued, {
    setFieldError: fieldsOf(form),
    invalidate: [LICENSES_URL],
    done: ({ key }) => `License ${key} was issued. The customer gets a mail.`,
    onDone: ({ id }) => {
      setLeaving(true)
      router.push(consoleLicensePath(id))
    },
  })
  const submit = form.handleSubmit(values =>
    run({ ...values, fqdn: meant.fqdn, replacesId: offer?.live?.id ?? null }),
  )
  return (
    <FormProvider {...form}>
      <Form onSubmit={submit}>
        <Stack gap="lg" maw={720}>
          <TermsFields organization={organization} perHost={perHost} products={products} />
          <ProblemAlert problem={unknown} />
          {offer && <Replaced offer={offer} />}
          <ProblemAlert problem={problem} />
          <Group gap="xs" justify="flex-end">
            <LinkButton href={consoleLicensePath()} variant="default">
              Cancel
            </LinkButton>
            <Button disabled={offer?.own || (complete && !offer)} loading={pending || leaving} type="submit">
              {offer?.live && !offer.own ? 'Replace and issue' : 'Issue license'}
            </Button>
          </Group>
        </Stack>
      </Form>
    </FormProvider>
  )
}
