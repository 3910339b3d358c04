import type { Metadata } from 'next'
import type { RailEntry } from '@/components/layout/navigation'
import { may } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { staffPage } from '@/lib/http/page'
import { SignedInShell } from '../signed-in-shell'

export const metadata: Metadata = { title: { default: 'Console', template: '%s · Console · Writ' } }

export default async function ConsoleLayout({ children }: LayoutProps<'/console'>) {
  const links = await staffPage(async ctx => linksFor(ctx))
  return (
    <SignedInShell current={null} links={links}>
      {children}
    </SignedInShell>
  )
}

function linksFor({ actor }: Ctx): RailEntry[] {
  const links: RailEntry[] = []
  if (may(actor, 'organization:read-all'))
    links.push({ label: 'Organizations', href: '/console/organizations', icon: 'organizations' })
  if (may(actor, 'keys:read')) links.push({ label: 'Signing keys', href: '/console/keys', icon: 'keys' })
  if (may(actor, 'audit:read-all')) links.push({ label: 'Audit log', href: '/console/audit', icon: 'audit' })
  return links
}
