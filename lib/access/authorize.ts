import type { Actor, ClientCtx, Ctx, OrgCtx, Role } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { PERMISSIONS, type PermissionName } from './permissions'

interface Columns {
  roles: readonly string[]
  staff: readonly string[]
  scopes?: readonly string[]
}

/** Whether this actor may; the one place that reads the table. The system (command line, jobs) may everything. */
export function may(actor: Actor, permission: PermissionName): boolean {
  const { staff, scopes = [] }: Columns = PERMISSIONS[permission]
  switch (actor.kind) {
    case 'system':
      return true
    case 'user':
      return actor.role !== null && roleMay(actor.role, permission)
    case 'staff':
      return actor.roles.some(role => staff.includes(role))
    case 'client':
      return actor.scopes.some(scope => scopes.includes(scope))
  }
}

/** The same of a member's role alone, for screens that show only what a person may. */
export function roleMay(role: Role, permission: PermissionName): boolean {
  const { roles }: Columns = PERMISSIONS[permission]
  return roles.includes(role)
}

/** Line one of every verb: throws FORBIDDEN unless the actor may. */
export function authorize(ctx: Ctx, permission: PermissionName): void {
  if (may(ctx.actor, permission)) return
  const { description } = PERMISSIONS[permission]
  const what = description.charAt(0).toLowerCase() + description.slice(1)
  throw new AppError('FORBIDDEN', `You may not do this here: ${what}.`)
}

/** The same, for verbs that work inside an organization. */
export function authorizeIn(ctx: Ctx, permission: PermissionName): asserts ctx is OrgCtx {
  authorize(ctx, permission)
  if (!ctx.organization) throw new AppError('NOT_FOUND', 'The organization was not found.')
}

/** The same, for verbs that answer API clients alone. */
export function authorizeClient(ctx: Ctx, permission: PermissionName): asserts ctx is ClientCtx {
  authorize(ctx, permission)
  if (ctx.actor.kind !== 'client') throw new AppError('FORBIDDEN', 'Only API clients may do this.')
}
