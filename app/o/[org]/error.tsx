'use client'

import { FailedMessage } from '@/components/layout/failed-message'

interface Props {
  error: Error & { digest?: string }
  reset: () => void
}

/** The shell stays; only the page is replaced. */
export default function FailedInOrganization({ error, reset }: Props) {
  return <FailedMessage digest={error.digest} retry={reset} />
}
