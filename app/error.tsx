'use client'

import { FailedMessage } from '@/components/layout/failed-message'
import { StatePage } from '@/components/layout/state-page'

interface Props {
  error: Error & { digest?: string }
  /** Fetches the page again. */
  retry: () => void
}

export default function FailedPage({ error, retry }: Props) {
  return (
    <StatePage>
      <FailedMessage digest={error.digest} retry={retry} />
    </StatePage>
  )
}
