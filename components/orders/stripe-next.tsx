'use client'

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useLeavingAction } from '@/components/ui/use-leaving-action'
import type { Result } from '@/lib/result'
import { useLookAgain } from './use-look-again'

export interface StripeNextProps {
  number: string
  pay: (input: { number: string }) => Promise<Result<{ number: string; url: string }>>
}

/** While Stripe has not told of the payment yet: the page looks again by itself, and leads there once more. */
export function StripeNext({ number, pay }: StripeNextProps) {
  const { run, pending, problem } = useLeavingAction(pay)
  useLookAgain(true)
  return (
    <Alert color="yellow" role="status" title="Waiting for the payment">
      <Stack gap="sm">
        <Text size="sm">
          If you have paid, this page changes as soon as Stripe confirms it, within seconds as a rule. Else go
          on to the payment.
        </Text>
        <ProblemAlert problem={problem} />
        <Group>
          <Button loading={pending} onClick={() => run({ number })} variant="default">
            Go to payment
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
