'use client'

import { useState } from 'react'
import { useAction } from '@/components/ui/use-action'
import type { RepositoryActions } from './types'

/** Leaves for GitHub's page that asks; waiting until the browser is gone. */
export function useConnect(connect: RepositoryActions['connect']) {
  const [leaving, setLeaving] = useState(false)
  const { run, pending, problem } = useAction(connect, {
    onDone: ({ url }) => {
      setLeaving(true)
      window.location.assign(url)
    },
  })
  return { run, pending: pending || leaving, problem }
}
