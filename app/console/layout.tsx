import type { Metadata } from 'next'
import type { RailEntry } from '@/components/layout/navigation'
import { may } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { staffPage } from '@/lib/http/page'
import { SignedInShell } from '../signed-in-shell'

export const metadata: Metadata = { title: { default: 'Console', template: '%s · Console · Writ' } }

export default async function ConsoleLayout({ children }: LayoutProps<'/console'>) {
  const links = await staffPage(async ctx => linksFor(ctx))
  return <SignedInShell links={links}>{children}</SignedInShell>
}

function linksFor({ actor }: Ctx): RailEntry[] {
  const links = [
    may(actor, 'ticket:read-all') && { label: 'Tickets', href: '/console/tickets' },
    may(actor, 'organization:read-all') && { label: 'Organizations', href: '/console/organizations' },
    may(actor, 'license:read-all') && { label: 'Licenses', href: '/console/licenses' },
    may(actor, 'order:read-all') && { label: 'Orders', href: '/console/orders' },
    may(actor, 'plan:read-all') && { label: 'Plans', href: '/console/plans' },
    may(actor, 'client:read') && { label: 'API clients', href: '/console/clients' },
    may(actor, 'credits:read-all') && { label: 'SCAN credits', href: '/console/credits' },
    may(actor, 'credits:read-all') && { label: 'SCAN products', href: '/console/products' },
    may(actor, 'keys:read') && { label: 'Signing keys', href: '/console/keys' },
    may(actor, 'configuration:read') && { label: 'Configuration', href: '/console/configuration' },
    may(actor, 'audit:read-all') && { label: 'Audit log', href: '/console/audit' },
  ]
  return [{ label: 'Console', icon: 'console', children: links.filter(link => link !== false) }]
}
