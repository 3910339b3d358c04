'use client'

import { useState } from 'react'
import type { Result } from '@/lib/result'
import { type ActionOptions, useAction } from './use-action'

/** `useAction` behind a `ConfirmDialog`, which asks first: `ask` opens it, and `dialog` is what it wants to know. */
export function useAsking<Input, T>(
  action: (input: Input) => Promise<Result<T>>,
  options: ActionOptions<T> = {},
) {
  const [opened, setOpened] = useState(false)
  const { run, pending, problem, clearProblem } = useAction(action, {
    ...options,
    onDone: data => {
      setOpened(false)
      options.onDone?.(data)
    },
  })
  const ask = () => {
    // Why it was refused the last time says nothing about this one.
    clearProblem()
    setOpened(true)
  }
  return { run, ask, dialog: { opened, pending, problem, onClose: () => setOpened(false) } }
}
