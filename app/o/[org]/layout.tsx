import type { Metadata } from 'next'
import type { RailEntry } from '@/components/layout/navigation'
import { RememberOrganization } from '@/components/layout/remember-organization'
import { may } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { organizationPage } from '@/lib/http/page'
import { organizationPath } from '@/lib/organizations/path'
import { SignedInShell } from '../../signed-in-shell'

type Props = LayoutProps<'/o/[org]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org } = await params
  const name = await organizationPage(org, async ctx => ctx.organization.name)
  return { title: { default: name, template: `%s · ${name} · Writ` } }
}

export default async function OrganizationLayout({ params, children }: Props) {
  const { org } = await params
  const { current, links } = await organizationPage(org, async ctx => ({
    current: ctx.organization,
    links: linksFor(ctx),
  }))
  return (
    <SignedInShell current={current} links={links}>
      <RememberOrganization id={current.id} />
      {children}
    </SignedInShell>
  )
}

function linksFor(ctx: OrgCtx): RailEntry[] {
  const at = (rest: string) => organizationPath(ctx.organization.id, rest)
  const audit: RailEntry = { label: 'Audit log', href: at('audit'), icon: 'audit' }
  return [
    {
      label: 'Market',
      icon: 'market',
      children: [
        { label: 'SSA', href: at('market/ssa') },
        { label: 'Flex', href: at('market/flex') },
      ],
    },
    { label: 'Members', href: at('members'), icon: 'members' },
    ...(may(ctx.actor, 'audit:read') ? [audit] : []),
    { label: 'Settings', href: at('settings'), icon: 'settings' },
  ]
}
