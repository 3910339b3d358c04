import type { JSONWebKeySet } from 'jose'
import type { Clock } from '@/lib/clock'
import { epochSeconds } from '@/lib/clock'
import { DAY_SECONDS } from '@/lib/days'
import type { Db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { jwkSchema } from './schema'

/** Seconds that a retired token key stays published: longer than any token signed with it lives. */
const TOKEN_GRACE = DAY_SECONDS

const SIGNING: Prisma.SigningKeyWhereInput = { status: { in: ['ACTIVE', 'NEXT'] } }

/**
 * The public keys of statements and tokens (RFC 7517): those that sign, those that will, and retired ones while a
 * statement signed with them may still be shown to somebody.
 */
export async function publishedKeys(db: Db, clock: Clock): Promise<JSONWebKeySet> {
  const now = clock.now()
  const graced = new Date((epochSeconds(now) - TOKEN_GRACE) * 1000)
  return keySet(db, {
    OR: [
      { ...SIGNING, purpose: { in: ['SSA', 'TOKEN'] } },
      { status: 'RETIRED', purpose: 'SSA', ssas: { some: { expiresAt: { gt: now } } } },
      { status: 'RETIRED', purpose: 'TOKEN', retiredAt: { gt: graced } },
    ],
  })
}

/** The public keys of license documents, a set of their own: no document passes for a statement or a token. */
export async function publishedLicenseKeys(db: Db, clock: Clock): Promise<JSONWebKeySet> {
  return keySet(db, {
    purpose: 'LICENSE',
    OR: [SIGNING, { status: 'RETIRED', licenseDocuments: { some: { expiresAt: { gt: clock.now() } } } }],
  })
}

async function keySet(db: Db, where: Prisma.SigningKeyWhereInput): Promise<JSONWebKeySet> {
  const rows = await db.signingKey.findMany({
    where,
    orderBy: { createdAt: 'asc' },
    select: { publicJwk: true },
  })
  return { keys: rows.map(row => jwkSchema.parse(row.publicJwk)) }
}
