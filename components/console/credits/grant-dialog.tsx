'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Text, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { CREDIT_ACCOUNTS_URL } from '@/components/credits/paths'
import type { Wire } from '@/components/ui/data-table'
import { fieldsOf } from '@/components/ui/fields-of'
import { FormDialog } from '@/components/ui/form-dialog'
import { inputOf } from '@/components/ui/input-of'
import { NumberField } from '@/components/ui/number-field'
import { useAction } from '@/components/ui/use-action'
import { creditsText } from '@/lib/credits/credits-text'
import type { CreditAccountRow } from '@/lib/credits/list-accounts'
import { type GrantInput, grantSchema } from '@/lib/credits/schema'
import type { Result } from '@/lib/result'

interface Props {
  account: Wire<CreditAccountRow>
  grant: (input: GrantInput) => Promise<Result<{ balance: number }>>
  onClose: () => void
}

export default function GrantDialog({ account, grant, onClose }: Props) {
  const { id: organizationId, name } = account.organization
  const form = useForm<GrantInput>({
    resolver: zodResolver(grantSchema),
    defaultValues: { organizationId, amount: 100, reason: '' },
  })
  const { run, pending, problem } = useAction(grant, {
    setFieldError: fieldsOf(form),
    invalidate: [CREDIT_ACCOUNTS_URL],
    done: ({ balance }) => `${name} has ${creditsText(balance)} now.`,
    onDone: onClose,
  })
  return (
    <FormDialog
      button="Grant"
      onClose={onClose}
      onSubmit={form.handleSubmit(values => run(values))}
      pending={pending}
      problem={problem}
      title={`Grant credits to ${name}`}
    >
      <Text size="sm">It has {creditsText(account.balance)}. A grant cannot be taken back.</Text>
      <NumberField control={form.control} data-autofocus label="Credits" name="amount" />
      <TextInput
        autoComplete="off"
        description="Members of the organization read it among their transactions."
        label="Reason"
        {...inputOf(form, 'reason')}
      />
    </FormDialog>
  )
}
