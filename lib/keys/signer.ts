import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { Ctx } from '@/lib/context'
import { SEAL_PURPOSE } from './generate'

const signAsync = promisify<string, Uint8Array, KeyObject, Buffer>((algorithm, data, key, done) =>
  sign(algorithm, data, key, done),
)

/** Opened private keys by kid. A kid is the thumbprint of one key, so an entry can never be out of date. */
const opened = new Map<string, KeyObject>()

/** The key that signs now. Throws when start-up made none. */
export async function activeKey(ctx: Ctx, purpose: 'SSA' | 'TOKEN'): Promise<{ kid: string; alg: string }> {
  const where = { purpose, status: 'ACTIVE' as const }
  return ctx.db.signingKey.findFirstOrThrow({ where, select: { kid: true, alg: true } })
}

/** RS256 (RFC 7518 §3.3) over a JWS signing input: the same bytes every time. Base64url. */
export async function signRs256(ctx: Ctx, kid: string, signingInput: string): Promise<string> {
  const signature = await signAsync('RSA-SHA256', Buffer.from(signingInput), await privateKey(ctx, kid))
  return signature.toString('base64url')
}

async function privateKey(ctx: Ctx, kid: string): Promise<KeyObject> {
  const known = opened.get(kid)
  if (known) return known
  const row = await ctx.db.signingKey.findUniqueOrThrow({ where: { kid }, select: { privateKey: true } })
  if (!row.privateKey) throw new Error(`The private key ${kid} is gone.`)
  const key = createPrivateKey(ctx.secrets.open(SEAL_PURPOSE, row.privateKey).toString())
  opened.set(kid, key)
  return key
}
