import { authorizeClient } from '@/lib/access/authorize'
import type { ClientCtx, Ctx } from '@/lib/context'
import { refused } from './refused'

/** Line one of the verbs of the credits API: platform clients with the scope alone. */
export function authorizePlatform(ctx: Ctx): asserts ctx is ClientCtx {
  authorizeClient(ctx, 'credits:debit')
  if (ctx.organization) {
    throw refused('PLATFORM_ONLY', 'This client belongs to an organization. Use a platform client.')
  }
}
