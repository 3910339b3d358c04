import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair, type JWK } from 'jose'
import type { KeyPurpose, KeyStatus, Prisma } from '@/lib/generated/prisma/client'
import type { Secrets } from '@/lib/secrets'
import type { SigningAlgorithm } from './schema'

export const SEAL_PURPOSE = 'signing-key'

export interface KeyPlan {
  purpose: KeyPurpose
  alg: SigningAlgorithm
  status: KeyStatus
}

/** A new key, ready to be stored: public members in clear, the private key sealed under the master secret. */
export async function generateKey(
  secrets: Secrets,
  { purpose, alg, status }: KeyPlan,
): Promise<Prisma.SigningKeyCreateManyInput> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = await exportJWK(publicKey)
  const kid = `${purpose.toLowerCase()}_${await calculateJwkThumbprint(jwk)}`
  const sealed = secrets.seal(SEAL_PURPOSE, Buffer.from(await exportPKCS8(privateKey)))
  const activatedAt = status === 'ACTIVE' ? new Date() : null
  return {
    kid,
    purpose,
    alg,
    status,
    publicJwk: publicMembers(jwk, { kid, alg }),
    privateKey: sealed,
    activatedAt,
  }
}

function publicMembers(jwk: JWK, named: { kid: string; alg: string }): Prisma.InputJsonObject {
  const { kty, n, e, crv, x, y } = jwk
  const members = Object.entries({ kty, n, e, crv, x, y, ...named, use: 'sig' })
  return Object.fromEntries(members.filter(([, value]) => value !== undefined))
}
