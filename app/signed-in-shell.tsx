import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import type { RailEntry } from '@/components/layout/navigation'
import { RAIL_CLOSED, RAIL_COOKIE } from '@/components/layout/rail-cookie'
import { Shell } from '@/components/layout/shell'
import { listGuides } from '@/lib/help/guides'
import { requireSession } from '@/lib/http/context'
import { accountPage } from '@/lib/http/page'
import { listMyOrganizations } from '@/lib/organizations/list-mine'
import { signOut } from './sign-out'

interface Props {
  /** The organization of these pages; null outside any. */
  current: { id: string; name: string } | null
  links: RailEntry[]
  children: ReactNode
}

const CONSOLE: RailEntry = { label: 'Console', href: '/console', icon: 'console' }

/** The shell with what it knows of the person: their organizations, and the Console for staff. */
export async function SignedInShell({ current, links, children }: Props) {
  const { session, organizations } = await accountPage(async ctx => ({
    session: await requireSession(),
    organizations: await listMyOrganizations(ctx),
  }))
  const rail = (await cookies()).get(RAIL_COOKIE)?.value
  return (
    <Shell
      apart={session.staff.length > 0 ? [CONSOLE] : []}
      current={current}
      guides={await listGuides()}
      links={links}
      organizations={organizations.map(({ id, name }) => ({ id, name }))}
      person={{ name: session.name, email: session.email }}
      railClosed={rail === RAIL_CLOSED}
      signOut={signOut}
    >
      {children}
    </Shell>
  )
}
