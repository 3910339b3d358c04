import type { Ctx } from '@/lib/context'
import type { TokenClaims } from './access-token'
import { liveToken } from './live-token'

/** RFC 7662 §2.2. */
export type Introspection =
  | { active: false }
  | ({ active: true; token_type: 'Bearer'; org_id?: string } & TokenClaims)

/** What an access token may do now. A token of another organization is as good as none (RFC 7662 §4). */
export async function introspect(
  ctx: Ctx,
  caller: { organizationId: string | null },
  token: string,
): Promise<Introspection> {
  const live = await liveToken(ctx, token)
  if (!live || live.client.organizationId !== caller.organizationId) return { active: false }
  const { claims, scopes, client } = live
  return {
    active: true,
    ...claims,
    token_type: 'Bearer',
    scope: scopes.join(' '),
    ...(client.organizationId !== null && { org_id: client.organizationId }),
  }
}
