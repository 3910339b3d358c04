import { randomUUID } from 'node:crypto'
import type { ClientCtx, Ctx } from '@/lib/context'

type SsaScope = 'admin' | 'portal' | 'developer'

/** The context of a new API client with these `ssa.*` scopes: of `base`'s organization, or of the platform. */
export function apiClient(base: Ctx, ...scopes: SsaScope[]): ClientCtx {
  const clientId = randomUUID()
  const actor = {
    kind: 'client' as const,
    clientId,
    name: `Client ${clientId.slice(0, 8)}`,
    scopes: scopes.map(scope => `https://jans.io/auth/ssa.${scope}`),
  }
  return { ...base, actor, requestId: randomUUID() }
}
