import { authorize } from '@/lib/access/authorize'
import { SCOPES, type Scope } from '@/lib/access/scopes'
import type { Ctx } from '@/lib/context'
import { grantableScopes } from './grantable-scopes'

export interface ScopeChoice {
  scope: Scope
  /** What it lets a client do, in plain words. */
  description: string
}

/** The scopes that whoever asks may give to a new client. */
export function offeredScopes(ctx: Ctx): ScopeChoice[] {
  authorize(ctx, 'client:create')
  return grantableScopes(ctx.actor).map(scope => ({ scope, description: SCOPES[scope] }))
}
