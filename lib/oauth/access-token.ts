import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { epochSeconds } from '@/lib/clock'
import type { Ctx } from '@/lib/context'
import { Kept } from '@/lib/kept'
import { openToken, signToken } from '@/lib/keys/token-key'
import { TOKEN_LIFETIME } from './terms'

/** Characters; ours have some seven hundred, and more with many scopes. */
const LONGEST = 16_384

/** Tokens whose signature was checked: software calls with one token as long as it lives. */
const checked = new Kept<TokenClaims>(2000)

/** RFC 9068 §2.2. `scope` is absent when none was granted. */
const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: z.string(),
  client_id: z.string(),
  jti: z.string(),
  iat: z.int(),
  exp: z.int(),
  scope: z.string().optional(),
})
export type TokenClaims = z.output<typeof claimsSchema>

/** A new access token for a client, which acts for itself: `sub` is the client too. */
export async function issueAccessToken(ctx: Ctx, clientId: string, scopes: string[]): Promise<string> {
  const iat = epochSeconds(ctx.clock.now())
  const claims: TokenClaims = {
    iss: ctx.issuer,
    aud: ctx.issuer,
    sub: clientId,
    client_id: clientId,
    jti: randomUUID(),
    iat,
    exp: iat + TOKEN_LIFETIME,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
  }
  return signToken(ctx, claims)
}

/** The claims of an access token of ours that has not expired; null for any other text. Its client is not looked at. */
export async function readAccessToken(ctx: Ctx, token: string): Promise<TokenClaims | null> {
  if (token.length > LONGEST) return null
  const claims = checked.get(ctx.db, token) ?? (await read(ctx, token))
  return claims && claims.exp > epochSeconds(ctx.clock.now()) ? claims : null
}

async function read(ctx: Ctx, token: string): Promise<TokenClaims | null> {
  const parsed = claimsSchema.safeParse(await openToken(ctx, token))
  if (!parsed.success || parsed.data.iss !== ctx.issuer || parsed.data.aud !== ctx.issuer) return null
  checked.set(ctx.db, token, parsed.data)
  return parsed.data
}

/** The `jti` that a token names, before anything of it is checked; empty when it names none. */
export function namedJti(token: string): string {
  const jti = /^[^.]{1,500}\.([\w-]{1,12000})\./.exec(token)?.[1]
  const named = jti && /"jti":"([0-9a-f-]{36})"/.exec(Buffer.from(jti, 'base64url').toString())
  return named ? (named[1] ?? '') : ''
}

export function scopesOf(scope: string | undefined): string[] {
  return scope ? [...new Set(scope.split(' ').filter(Boolean))] : []
}
