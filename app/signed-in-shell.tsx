import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { LAST_ORGANIZATION_COOKIE } from '@/components/layout/last-organization'
import type { RailEntry } from '@/components/layout/navigation'
import { RAIL_CLOSED, RAIL_COOKIE } from '@/components/layout/rail-cookie'
import { Shell } from '@/components/layout/shell'
import { RepositoryLink } from '@/components/repositories/repository-link'
import { newTicketPath } from '@/components/tickets/paths'
import { roleMay } from '@/lib/access/authorize'
import { listGuides } from '@/lib/help/guides'
import { requireSession } from '@/lib/http/context'
import { accountPage } from '@/lib/http/page'
import { listMyOrganizations } from '@/lib/organizations/list-mine'
import { currentRepository } from '@/lib/repositories/current'
import { organizationLinks } from './organization-links'
import { signOut } from './sign-out'

interface Props {
  /** The organization in the address; absent elsewhere, where the rail keeps to the one used last. */
  organizationId?: string
  /** Replaces the rail of an organization altogether. */
  links?: RailEntry[]
  children: ReactNode
}

const CONSOLE: RailEntry = { label: 'Console', href: '/console', icon: 'console' }

/** The shell with what it knows of the person: their organizations, and the Console for staff. */
export async function SignedInShell({ organizationId, links, children }: Props) {
  const jar = await cookies()
  const lastUsed = organizationId ?? jar.get(LAST_ORGANIZATION_COOKIE)?.value
  const { session, organizations } = await accountPage(async ctx => ({
    session: await requireSession(),
    organizations: await listMyOrganizations(ctx),
  }))
  const here = organizations.find(({ id }) => id === lastUsed) ?? organizations[0]
  const current = links ? undefined : here
  const staff = session.staff.length > 0
  const [repository, guides] = await Promise.all([
    current && accountPage(ctx => currentRepository(ctx, current.id)),
    listGuides({ staff }),
  ])
  return (
    <Shell
      apart={staff && !links ? [CONSOLE] : []}
      current={current ?? null}
      beside={
        current &&
        repository !== undefined && <RepositoryLink organizationId={current.id} repository={repository} />
      }
      guides={guides}
      links={links ?? (current ? organizationLinks(current.id, current.role) : [])}
      organizations={organizations.map(({ id, name }) => ({ id, name }))}
      person={{ name: session.name, email: session.email }}
      railClosed={jar.get(RAIL_COOKIE)?.value === RAIL_CLOSED}
      signOut={signOut}
      support={here && roleMay(here.role, 'ticket:write') ? newTicketPath(here.id, 'SUPPORT') : null}
    >
      {children}
    </Shell>
  )
}
