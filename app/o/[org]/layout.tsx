import type { Metadata } from 'next'
import { RememberOrganization } from '@/components/layout/remember-organization'
import { organizationCtx } from '@/lib/http/context'
import { organizationPage } from '@/lib/http/page'
import { SignedInShell } from '../../signed-in-shell'

type Props = LayoutProps<'/o/[org]'>

/** Titles must not decide what is shown instead of a page: that is the layout's and the page's own work. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org } = await params
  const name = await organizationCtx(org).then(
    ctx => ctx.organization.name,
    () => 'Page not found',
  )
  return { title: { default: name, template: `%s · ${name} · Writ` } }
}

export default async function OrganizationLayout({ params, children }: Props) {
  const { org } = await params
  const id = await organizationPage(org, async ctx => ctx.organization.id)
  return (
    <SignedInShell organizationId={id}>
      <RememberOrganization id={id} />
      {children}
    </SignedInShell>
  )
}
