import type { Actor, Ctx, OrgCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { PERMISSIONS, type PermissionName } from './permissions'

/** Whether this actor may; the one place that reads the table. The system (command line, jobs) may everything. */
export function may(actor: Actor, permission: PermissionName): boolean {
  const { roles, staff }: { roles: readonly string[]; staff: readonly string[] } = PERMISSIONS[permission]
  switch (actor.kind) {
    case 'system':
      return true
    case 'user':
      return actor.role !== null && roles.includes(actor.role)
    case 'staff':
      return actor.roles.some(role => staff.includes(role))
    case 'client':
      return false
  }
}

/** Line one of every verb: throws FORBIDDEN unless the actor may. */
export function authorize(ctx: Ctx, permission: PermissionName): void {
  if (may(ctx.actor, permission)) return
  throw new AppError(
    'FORBIDDEN',
    `You may not do this here: ${PERMISSIONS[permission].description.toLowerCase()}.`,
  )
}

/** The same, for verbs that work inside an organization. */
export function authorizeIn(ctx: Ctx, permission: PermissionName): asserts ctx is OrgCtx {
  authorize(ctx, permission)
  if (!ctx.organization) throw new AppError('NOT_FOUND', 'The organization was not found.')
}
