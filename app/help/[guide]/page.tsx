import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { Prose } from '@/components/ui/prose'
import { getGuide } from '@/lib/help/guides'
import { openPage } from '@/lib/http/page'

type Props = PageProps<'/help/[guide]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { guide } = await params
  return { title: (await openPage(() => getGuide(guide))).title }
}

export default async function GuidePage({ params }: Props) {
  const { guide } = await params
  const { title, html } = await openPage(() => getGuide(guide))
  return (
    <article>
      <PageHeader crumbs={[{ label: 'Help', href: '/help' }]} title={title} />
      <Prose html={html} />
    </article>
  )
}
