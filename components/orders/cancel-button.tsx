'use client'

import { Button, List, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import { useAsking } from '@/components/ui/use-asking'
import type { Billing } from '@/lib/orders/billing'
import type { CancelInput } from '@/lib/orders/schema'
import type { SubscriptionView } from '@/lib/orders/view'
import type { Result } from '@/lib/result'
import { dayText } from './words'

interface Props {
  subscription: SubscriptionView
  openOrder: Billing['openOrder']
  cancel: (input: CancelInput) => Promise<Result<void>>
}

/** Cancels at the end of the paid period; afterwards, takes that back. */
export function CancelButton(props: Props) {
  return props.subscription.cancelAtPeriodEnd ? <Keep cancel={props.cancel} /> : <Cancel {...props} />
}

function Keep({ cancel }: Pick<Props, 'cancel'>) {
  const router = useRouter()
  const { run, pending } = useAction(cancel, {
    done: 'The subscription goes on.',
    refusal: 'toast',
    onDone: () => router.refresh(),
  })
  return (
    <Button loading={pending} onClick={() => run({ cancel: false })}>
      Keep the subscription
    </Button>
  )
}

function Cancel({ subscription, openOrder, cancel }: Props) {
  const router = useRouter()
  const { run, ask, dialog } = useAsking(cancel, {
    done: 'The subscription is canceled.',
    onDone: () => router.refresh(),
  })
  const end = dayText(subscription.periodEnd)
  return (
    <>
      <Button onClick={ask} variant="default">
        Cancel the subscription
      </Button>
      <ConfirmDialog
        {...dialog}
        confirm="Cancel the subscription"
        dismiss="Keep it"
        onConfirm={() => run({ cancel: true })}
        title="Cancel the subscription"
      >
        <Text mb="xs" size="sm">
          When <strong>{subscription.planName}</strong> is canceled:
        </Text>
        <List size="sm" spacing={4}>
          <List.Item>The license stays in force until {end}, and ends then.</List.Item>
          <List.Item>After that your Flex installations are without a license.</List.Item>
          <List.Item>Nothing more is charged, and what is paid is not paid back.</List.Item>
          {openOrder && (
            <List.Item>The open order {openOrder.number} is void at once, and must not be paid.</List.Item>
          )}
        </List>
        <Text mt="xs" size="sm">
          Until {end} you can take it back here.
        </Text>
      </ConfirmDialog>
    </>
  )
}
