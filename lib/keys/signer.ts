import { createPrivateKey, type KeyObject, type SignKeyObjectInput, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { Ctx } from '@/lib/context'
import type { Db } from '@/lib/db'
import type { KeyPurpose } from '@/lib/generated/prisma/client'
import { remembered } from '@/lib/remembered'
import { digestOf, paddingOf } from './algorithms'
import { SEAL_PURPOSE } from './generate'
import { type SigningAlgorithm, signingAlgorithmSchema } from './schema'

const signAsync = promisify<string, Uint8Array, SignKeyObjectInput, Buffer>((...given) => sign(...given))

export interface Signer {
  kid: string
  alg: SigningAlgorithm
}

/** Opened private keys by kid. A kid is the thumbprint of one key, so an entry can never be out of date. */
const opened = new Map<string, KeyObject>()

/**
 * The keys that sign now, by purpose. One second old at most: what a key signs in the second after it retired is
 * as good as what it signed before, for it stays published.
 */
export const activeKeys = remembered(1000, async (db: Db) => {
  const rows = await db.signingKey.findMany({
    where: { status: 'ACTIVE' },
    select: { purpose: true, kid: true, alg: true },
  })
  return new Map(rows.map(({ purpose, kid, alg }) => [purpose, signer(kid, alg)]))
})

/** The key that signs now. Throws when start-up made none. */
export async function activeKey(ctx: Pick<Ctx, 'db'>, purpose: KeyPurpose): Promise<Signer> {
  const key = (await activeKeys.of(ctx.db)).get(purpose)
  if (!key) throw new Error(`There is no active key for ${purpose}.`)
  return key
}

function signer(kid: string, alg: string): Signer {
  return { kid, alg: signingAlgorithmSchema.parse(alg) }
}

/** The JWS signature (RFC 7515 §5.1) over a signing input, base64url. Runs beside the event loop. */
export async function signJws(
  ctx: Pick<Ctx, 'db' | 'secrets'>,
  { kid, alg }: Signer,
  signingInput: string,
): Promise<string> {
  const key = await privateKey(ctx, kid)
  const signature = await signAsync(digestOf(alg), Buffer.from(signingInput), { key, ...paddingOf(alg) })
  return signature.toString('base64url')
}

/** The same on the event loop: for ECDSA, where the way to a thread and back costs more than the signature. */
export async function signJwsAtOnce(
  ctx: Pick<Ctx, 'db' | 'secrets'>,
  { kid, alg }: Signer,
  signingInput: string,
): Promise<string> {
  const key = await privateKey(ctx, kid)
  const signature = sign(digestOf(alg), Buffer.from(signingInput), { key, ...paddingOf(alg) })
  return signature.toString('base64url')
}

async function privateKey(ctx: Pick<Ctx, 'db' | 'secrets'>, kid: string): Promise<KeyObject> {
  const known = opened.get(kid)
  if (known) return known
  const row = await ctx.db.signingKey.findUniqueOrThrow({ where: { kid }, select: { privateKey: true } })
  if (!row.privateKey) throw new Error(`The private key ${kid} is gone.`)
  const key = createPrivateKey(ctx.secrets.open(SEAL_PURPOSE, row.privateKey).toString())
  opened.set(kid, key)
  return key
}
