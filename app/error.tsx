'use client'

import { FailedMessage } from '@/components/layout/failed-message'
import { StatePage } from '@/components/layout/state-page'

interface Props {
  error: Error & { digest?: string }
  reset: () => void
}

export default function FailedPage({ error, reset }: Props) {
  return (
    <StatePage>
      <FailedMessage digest={error.digest} retry={reset} />
    </StatePage>
  )
}
