'use client'

import { Button, type ButtonProps } from '@mantine/core'
import { useLeavingAction } from '@/components/ui/use-leaving-action'
import type { Result } from '@/lib/result'

export type ToStripe = (input: Record<string, never>) => Promise<Result<{ url: string }>>

interface Props extends Pick<ButtonProps, 'size' | 'variant'> {
  /** Says which page it is. */
  open: ToStripe
  label: string
}

/** Leaves for a page of Stripe. */
export function ToStripeButton({ open, label, ...look }: Props) {
  const { run, pending } = useLeavingAction(open, { refusal: 'toast' })
  return (
    <Button loading={pending} onClick={() => run({})} {...look}>
      {label}
    </Button>
  )
}
