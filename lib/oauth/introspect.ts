import type { ClientRow } from '@/lib/clients/hot'
import type { Ctx } from '@/lib/context'
import type { TokenClaims } from './access-token'
import { liveToken } from './live-token'

/** RFC 7662 §2.2. */
export type Introspection =
  | { active: false }
  | ({ active: true; token_type: 'Bearer'; org_id?: string } & TokenClaims)

/** Who asks: of a client that was just read for this token, the row is not read again. */
export interface Caller {
  organizationId: string | null
  known?: { client: ClientRow; jti: string }
}

/** What an access token may do now. A token of another organization is as good as none (RFC 7662 §4). */
export async function introspect(
  ctx: Ctx,
  { organizationId, known }: Caller,
  token: string,
): Promise<Introspection> {
  const live = await liveToken(ctx, token, known)
  if (!live || live.client.organizationId !== organizationId) return { active: false }
  const { claims, scopes } = live
  return {
    active: true,
    ...claims,
    token_type: 'Bearer',
    scope: scopes.join(' '),
    ...(organizationId !== null && { org_id: organizationId }),
  }
}
