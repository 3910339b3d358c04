'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { type ActionOptions, useAction } from '@/components/ui/use-action'
import type { Result } from '@/lib/result'

/** Changes the ticket on this page and shows what it is then: also when it turned out to be another one already. */
export function useTicketAction<Input, T>(
  action: (input: Input) => Promise<Result<T>>,
  options: ActionOptions<T> = {},
) {
  const router = useRouter()
  const ran = useAction(action, {
    ...options,
    onDone: data => {
      options.onDone?.(data)
      router.refresh()
    },
  })
  const stale = ran.problem?.code === 'CONFLICT'
  useEffect(() => {
    if (stale) router.refresh()
  }, [stale, router])
  return ran
}
