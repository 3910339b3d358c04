import { authorize, may } from '@/lib/access/authorize'
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

/** What whoever asks may do with clients; `scopes` is null for those who may make none. */
export function powersOver(ctx: Ctx) {
  return {
    scopes: may(ctx.actor, 'client:create') ? offeredScopes(ctx) : null,
    rotate: may(ctx.actor, 'client:rotate'),
    delete: may(ctx.actor, 'client:delete'),
  }
}
