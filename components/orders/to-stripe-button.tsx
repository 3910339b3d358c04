'use client'

import { Button, type ButtonProps } from '@mantine/core'
import { useState } from 'react'
import { useAction } from '@/components/ui/use-action'
import type { Result } from '@/lib/result'

export type ToStripe = (input: Record<string, never>) => Promise<Result<{ url: string }>>

interface Props extends Pick<ButtonProps, 'size' | 'variant'> {
  /** Says which page it is. */
  open: ToStripe
  label: string
}

/** Leaves for a page of Stripe. */
export function ToStripeButton({ open, label, ...look }: Props) {
  const [leaving, setLeaving] = useState(false)
  const { run, pending } = useAction(open, {
    refusal: 'toast',
    onDone: ({ url }) => {
      setLeaving(true)
      window.location.assign(url)
    },
  })
  return (
    <Button loading={pending || leaving} onClick={() => run({})} {...look}>
      {label}
    </Button>
  )
}
