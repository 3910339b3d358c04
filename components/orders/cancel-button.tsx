'use client'

import { Button, List, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
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
export function CancelButton({ subscription, openOrder, cancel }: Props) {
  const router = useRouter()
  const [opened, setOpened] = useState(false)
  const canceled = subscription.cancelAtPeriodEnd
  const { run, pending, problem } = useAction(cancel, {
    done: canceled ? 'The subscription goes on.' : 'The subscription is canceled.',
    refusal: canceled ? 'toast' : 'inline',
    onDone: () => {
      setOpened(false)
      router.refresh()
    },
  })
  if (canceled) {
    return (
      <Button loading={pending} onClick={() => run({ cancel: false })}>
        Keep the subscription
      </Button>
    )
  }
  const end = dayText(subscription.periodEnd)
  return (
    <>
      <Button onClick={() => setOpened(true)} variant="default">
        Cancel the subscription
      </Button>
      <ConfirmDialog
        confirm="Cancel the subscription"
        dismiss="Keep it"
        onClose={() => setOpened(false)}
        onConfirm={() => run({ cancel: true })}
        opened={opened}
        pending={pending}
        problem={problem}
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
