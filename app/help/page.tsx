import type { Metadata } from 'next'
import { GuideList } from '@/components/layout/guide-list'
import { PageHeader } from '@/components/ui/page-header'
import { currentSession } from '@/lib/auth/session'
import { listGuides } from '@/lib/help/guides'
import { openPage } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Help' }

export default async function HelpPage() {
  const session = await openPage(currentSession)
  const guides = await listGuides({ staff: Boolean(session?.staff.length) })
  return (
    <>
      <PageHeader description="Guides to what people do here." title="Need Help?" />
      <GuideList guides={guides} />
    </>
  )
}
