'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { CreditsField } from '@/components/credits/credits-field'
import { CREDIT_ACCOUNTS_URL } from '@/components/credits/paths'
import type { Wire } from '@/components/ui/data-table'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { counted } from '@/lib/credits/counted'
import type { CreditAccountRow } from '@/lib/credits/list-accounts'
import { type GrantInput, grantSchema } from '@/lib/credits/schema'
import type { Result } from '@/lib/result'

interface Props {
  account: Wire<CreditAccountRow>
  grant: (input: GrantInput) => Promise<Result<{ balance: number }>>
  onClose: () => void
}

export default function GrantDialog({ account, grant, onClose }: Props) {
  useReturnFocus()
  const { id: organizationId, name } = account.organization
  const form = useForm<GrantInput>({
    resolver: zodResolver(grantSchema),
    defaultValues: { organizationId, amount: 100, reason: '' },
  })
  const { run, pending, problem } = useAction(grant, {
    setFieldError: fieldsOf(form),
    invalidate: [CREDIT_ACCOUNTS_URL],
    done: ({ balance }) => `${name} has ${counted(balance)} now.`,
    onDone: onClose,
  })
  return (
    <Modal onClose={onClose} opened title={`Grant credits to ${name}`}>
      <Form onSubmit={form.handleSubmit(values => run(values))}>
        <Stack gap="md">
          <Text size="sm">It has {counted(account.balance)}. A grant cannot be taken back.</Text>
          <CreditsField control={form.control} data-autofocus label="Credits" name="amount" />
          <TextInput
            autoComplete="off"
            description="Members of the organization read it among their transactions."
            label="Reason"
            {...inputOf(form, 'reason')}
          />
          <ProblemAlert problem={problem} />
          <Group gap="xs" justify="flex-end">
            <Button onClick={onClose} variant="default">
              Cancel
            </Button>
            <Button loading={pending} type="submit">
              Grant
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}
