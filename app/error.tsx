'use client'

import type { ComponentProps } from 'react'
import { FailedMessage } from '@/components/layout/failed-message'
import { StatePage } from '@/components/layout/state-page'

export default function FailedPage(props: ComponentProps<typeof FailedMessage>) {
  return (
    <StatePage>
      <FailedMessage {...props} />
    </StatePage>
  )
}
