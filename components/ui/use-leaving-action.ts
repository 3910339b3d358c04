'use client'

import { useState } from 'react'
import type { Result } from '@/lib/result'
import { type ActionOptions, useAction } from './use-action'

/** `useAction` for what is answered with the address of another site; waits until the browser is gone. */
export function useLeavingAction<Input>(
  action: (input: Input) => Promise<Result<{ url: string }>>,
  options: Omit<ActionOptions<{ url: string }>, 'onDone'> = {},
) {
  const [leaving, setLeaving] = useState(false)
  const { run, pending, problem } = useAction(action, {
    ...options,
    onDone: ({ url }) => {
      setLeaving(true)
      // The portal's own navigation stays within the portal.
      window.location.assign(url)
    },
  })
  return { run, pending: pending || leaving, problem }
}
