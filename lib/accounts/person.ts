import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'

/** Line one of verbs on a person's own account: whose it is. Only the person may; throws FORBIDDEN. */
export function ownAccountId(ctx: Ctx): string {
  if (ctx.actor.kind === 'user') return ctx.actor.accountId
  throw new AppError('FORBIDDEN', 'Only the person may change their own account.')
}
