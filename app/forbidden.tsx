import type { Metadata } from 'next'
import { ForbiddenMessage } from '@/components/layout/state-messages'
import { StatePage } from '@/components/layout/state-page'
import { requestId } from '@/lib/http/context'

export const metadata: Metadata = { title: 'Not allowed' }

export default async function Forbidden() {
  return (
    <StatePage>
      <ForbiddenMessage where="console" requestId={await requestId()} />
    </StatePage>
  )
}
