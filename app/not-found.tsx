import type { Metadata } from 'next'
import { NotFoundMessage } from '@/components/layout/state-messages'
import { StatePage } from '@/components/layout/state-page'
import { requestId } from '@/lib/http/context'

export const metadata: Metadata = { title: 'Page not found' }

export default async function NotFound() {
  return (
    <StatePage>
      <NotFoundMessage requestId={await requestId()} />
    </StatePage>
  )
}
