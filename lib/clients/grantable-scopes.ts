import { may } from '@/lib/access/authorize'
import { PERMISSIONS, type PermissionName } from '@/lib/access/permissions'
import { SCOPES, type Scope } from '@/lib/access/scopes'
import type { Actor } from '@/lib/context'

/** Object.entries forgets that the keys are the table's own. */
const TABLE = Object.entries(PERMISSIONS) as [PermissionName, { scopes?: readonly Scope[] }][]
const ALL = Object.keys(SCOPES) as Scope[]

/** The scopes that may be given to a client: by operators any, by a member those that allow nothing beyond the member. */
export function grantableScopes(actor: Actor): Scope[] {
  if (actor.kind === 'staff' || actor.kind === 'system') return ALL
  return ALL.filter(scope =>
    TABLE.every(([permission, { scopes }]) => !scopes?.includes(scope) || may(actor, permission)),
  )
}
