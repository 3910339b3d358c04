'use client'

import { FailedMessage } from '@/components/layout/failed-message'

interface Props {
  error: Error & { digest?: string }
  /** Fetches the page again. */
  retry: () => void
}

/** The shell stays; only the page is replaced. */
export default function FailedInOrganization({ error, retry }: Props) {
  return <FailedMessage digest={error.digest} retry={retry} />
}
