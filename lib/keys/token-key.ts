import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Ctx } from '@/lib/context'
import { DAY_MS } from '@/lib/days'
import type { Db } from '@/lib/db'
import { jsonObject } from '@/lib/json-object'
import { paddingOf } from './algorithms'
import { decodePart, encodePart, signatureBytes, signingInputOf } from './jws'
import { jwkSchema } from './schema'
import { activeKey, signJwsAtOnce } from './signer'

const ALG = 'ES256'
const TYP = 'at+jwt'
const KID = /^token_[\w-]{43}$/

/** Milliseconds that a public key is trusted without another look: a key that is gone stops verifying. */
const TRUSTED = 60_000
/** Milliseconds that a retired key still verifies: longer than any token lives. */
const RETIRED_GRACE = DAY_MS

type KeyCtx = Pick<Ctx, 'db' | 'secrets' | 'clock'>

/** A compact `at+jwt` (RFC 9068 §2.1) of these claims, by the token key that is active now. */
export async function signToken(ctx: KeyCtx, claims: object): Promise<string> {
  const key = await activeKey(ctx, 'TOKEN')
  const input = signingInputOf(headerOf(key.kid), claims)
  return `${input}.${await signJwsAtOnce(ctx, key, input)}`
}

/** The claims of a compact JWT that a token key signed; null for any other text. Looks at no claim. */
export async function openToken(ctx: KeyCtx, token: string): Promise<unknown> {
  const [header, payload, signature, ...more] = token.split('.')
  if (!header || !payload || !signature || more.length > 0) return null
  const key = await verifier(ctx, header)
  const bytes = signatureBytes(signature)
  if (!key || !bytes) return null
  const signed = Buffer.from(`${header}.${payload}`)
  return verify('sha256', signed, { key, ...paddingOf(ALG) }, bytes) ? decodePart(payload) : null
}

interface Trusted {
  key: KeyObject
  until: number
}

const trusted = new WeakMap<Db, Map<string, Trusted>>()

/**
 * The public key for a header, which must be the very text that we write: so `alg`, `typ` and `kid` are pinned,
 * and a key that the header brings along (RFC 8725 §3.10) makes it another text.
 */
async function verifier(ctx: KeyCtx, header: string): Promise<KeyObject | null> {
  const keys = trusted.get(ctx.db) ?? new Map<string, Trusted>()
  trusted.set(ctx.db, keys)
  const known = keys.get(header)
  if (known && performance.now() < known.until) return known.key
  keys.delete(header)
  const key = await findKey(ctx, header)
  if (key) keys.set(header, { key, until: performance.now() + TRUSTED })
  return key
}

async function findKey(ctx: KeyCtx, header: string): Promise<KeyObject | null> {
  const kid = kidOf(header)
  if (!kid || encodePart(headerOf(kid)) !== header) return null
  const retiredAfter = new Date(ctx.clock.now().getTime() - RETIRED_GRACE)
  const row = await ctx.db.signingKey.findFirst({
    where: {
      kid,
      purpose: 'TOKEN',
      OR: [{ status: 'ACTIVE' }, { status: 'RETIRED', retiredAt: { gt: retiredAfter } }],
    },
    select: { publicJwk: true },
  })
  return row && createPublicKey({ key: jwkSchema.parse(row.publicJwk), format: 'jwk' })
}

function headerOf(kid: string) {
  return { typ: TYP, alg: ALG, kid }
}

function kidOf(header: string): string | null {
  try {
    const kid = jsonObject(decodePart(header))?.kid
    return typeof kid === 'string' && KID.test(kid) ? kid : null
  } catch {
    return null
  }
}
