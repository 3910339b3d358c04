import { createLocalJWKSet, jwtVerify } from 'jose'
import { z } from 'zod'
import { type ClientRow, rememberAssertion } from '@/lib/clients/hot'
import { epochSeconds } from '@/lib/clock'
import type { Ctx } from '@/lib/context'
import { ENDPOINTS } from '@/lib/endpoints'

/** What a client may sign with. */
export const ASSERTION_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
]

/** Seconds ahead that an assertion may expire: as long as its `jti` is remembered. */
const LONGEST = 60 * 60
/** Seconds that a client's clock may be fast. */
const SKEW = 30

const claimsSchema = z.object({
  jti: z
    .string()
    .min(1)
    .max(255)
    .regex(/^\P{C}*$/u),
  exp: z.int(),
})

/** Whether the client signed this assertion for us, now, and for the first time (RFC 7523 §3). */
export async function checkAssertion(ctx: Ctx, client: ClientRow, assertion: string): Promise<boolean> {
  if (client.authMethod !== 'PRIVATE_KEY_JWT' || !client.jwks) return false
  const claims = await verified(ctx, client, assertion)
  if (!claims) return false
  const now = epochSeconds(ctx.clock.now())
  if (claims.exp <= now || claims.exp > now + LONGEST) return false
  return rememberAssertion(ctx.pool, {
    clientId: client.id,
    jti: claims.jti,
    expiresAt: new Date(claims.exp * 1000),
  })
}

async function verified(ctx: Ctx, { id, jwks }: ClientRow, assertion: string) {
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(jwks ?? { keys: [] }), {
      algorithms: ASSERTION_ALGORITHMS,
      issuer: id,
      subject: id,
      audience: audiences(ctx.issuer),
      requiredClaims: ['exp', 'jti'],
      clockTolerance: SKEW,
      currentDate: ctx.clock.now(),
    })
    return claimsSchema.safeParse(payload).data ?? null
  } catch {
    // Whatever is wrong is wrong with what the client sent: nothing here asks anybody else.
    return null
  }
}

/** Clients name the server by its issuer or by the endpoint that they call. */
function audiences(issuer: string): string[] {
  const { token, introspection, revocation } = ENDPOINTS
  return [issuer, ...[token, introspection, revocation].map(path => issuer + path)]
}
