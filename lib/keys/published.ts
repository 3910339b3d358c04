import type { JSONWebKeySet } from 'jose'
import type { Clock } from '@/lib/clock'
import { epochSeconds } from '@/lib/clock'
import type { Db } from '@/lib/db'
import { jwkSchema } from './schema'

/** Seconds that a retired token key stays published: longer than any token signed with it lives. */
const TOKEN_GRACE = 24 * 60 * 60

/**
 * The public keys (RFC 7517): those that sign, those that will, and retired ones while a statement signed with
 * them may still be shown to somebody.
 */
export async function publishedKeys(db: Db, clock: Clock): Promise<JSONWebKeySet> {
  const now = clock.now()
  const rows = await db.signingKey.findMany({
    where: {
      OR: [
        { status: { in: ['ACTIVE', 'NEXT'] } },
        { status: 'RETIRED', purpose: 'SSA', ssas: { some: { expiresAt: { gt: now } } } },
        {
          status: 'RETIRED',
          purpose: 'TOKEN',
          retiredAt: { gt: new Date((epochSeconds(now) - TOKEN_GRACE) * 1000) },
        },
      ],
    },
    orderBy: { createdAt: 'asc' },
    select: { publicJwk: true },
  })
  return { keys: rows.map(row => jwkSchema.parse(row.publicJwk)) }
}
