'use client'

import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Message } from '@/components/ui/message'
import { RequestId } from '@/components/ui/request-id'
import { AWAY_DIGEST, DATABASE_AWAY } from '@/lib/database-away'

interface Props {
  /** With Next's digest of it, which the log names beside the request id. */
  error: Error & { digest?: string }
  /** Fetches the page again. */
  retry: () => void
}

/** What is left of a page whose rendering failed. */
export function FailedMessage({ error, retry }: Props) {
  return (
    <Message
      actions={<Button onClick={retry}>Try again</Button>}
      icon={<IconAlertTriangle size={36} stroke={1.5} />}
      order={1}
      role="alert"
      title="This page could not be shown"
    >
      {error.digest === AWAY_DIGEST ? (
        <p>{DATABASE_AWAY} If it keeps failing, tell your operator.</p>
      ) : (
        <>
          <p>
            Something went wrong on our side. Try again in a moment; if it keeps failing, tell your operator
            the id below.
          </p>
          <RequestId id={error.digest ?? ''} label="Error id" />
        </>
      )}
    </Message>
  )
}
