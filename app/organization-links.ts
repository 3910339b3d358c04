import type { RailEntry } from '@/components/layout/navigation'
import { roleMay } from '@/lib/access/authorize'
import type { Role } from '@/lib/context'
import { organizationPath } from '@/lib/organizations/path'

/** The rail of an organization, for a member of this role. */
export function organizationLinks(id: string, role: Role): RailEntry[] {
  const at = (rest: string) => organizationPath(id, rest)
  const audit: RailEntry = { label: 'Audit log', href: at('audit'), icon: 'audit' }
  const clients: RailEntry = { label: 'API clients', href: at('clients'), icon: 'clients' }
  return [
    {
      label: 'Market',
      icon: 'market',
      children: [
        { label: 'SSA', href: at('market/ssa') },
        { label: 'Flex', href: at('market/flex') },
        { label: 'SCAN', href: at('market/scan') },
      ],
    },
    ...(roleMay(role, 'client:read') ? [clients] : []),
    { label: 'Members', href: at('members'), icon: 'members' },
    ...(roleMay(role, 'audit:read') ? [audit] : []),
    { label: 'Tickets', href: at('tickets'), icon: 'tickets' },
    { label: 'Settings', href: at('settings'), icon: 'settings' },
  ]
}
