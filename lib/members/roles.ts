import { PERMISSIONS } from '@/lib/access/permissions'
import type { Role } from '@/lib/context'

/** From the most to the least powerful. */
export const ROLES = ['OWNER', 'ADMIN', 'VIEWER'] as const satisfies readonly Role[]

/** How roles are called in screens and mails. */
export const ROLE_NAMES: Record<Role, string> = { OWNER: 'Owner', ADMIN: 'Admin', VIEWER: 'Viewer' }

export interface RoleRow {
  description: string
  roles: readonly Role[]
}

/** What members may do, each with the roles that may: the permission table without what is for staff and clients. */
export function roleRows(): RoleRow[] {
  const rows: RoleRow[] = Object.values(PERMISSIONS)
  return rows
    .filter(({ roles }) => roles.length > 0)
    .map(({ description, roles }) => ({ description, roles }))
}

/** In a sentence: what a role may do, told as what it adds to the next lesser one. */
export function roleSentence(role: Role): string {
  const lesser: Role | undefined = ROLES[ROLES.indexOf(role) + 1]
  const added = roleRows().filter(({ roles }) => roles.includes(role) && !(lesser && roles.includes(lesser)))
  const words = added.map(({ description }) => uncapitalized(description)).join('; ')
  return lesser ? `Everything that ${ARTICLES[lesser]} may. Also: ${words}.` : `May ${words}.`
}

const ARTICLES: Record<Role, string> = { OWNER: 'an owner', ADMIN: 'an admin', VIEWER: 'a viewer' }

function uncapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
