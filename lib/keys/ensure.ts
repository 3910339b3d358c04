import type { Db } from '@/lib/db'
import type { Secrets } from '@/lib/secrets'
import { FIRST_ALGORITHM } from './algorithms'
import { generateKey } from './generate'
import { signingAlgorithmSchema } from './schema'

const PURPOSES = ['SSA', 'TOKEN', 'LICENSE'] as const

/** At start: an active and a waiting key for every purpose. Processes that start at once agree on one of each. */
export async function ensureKeys(db: Db, secrets: Secrets): Promise<void> {
  const kept = await db.signingKey.findMany({
    where: { status: { in: ['ACTIVE', 'NEXT'] } },
    select: { purpose: true, status: true, alg: true },
  })
  for (const purpose of PURPOSES) {
    const alg = kept.find(key => key.purpose === purpose)?.alg ?? FIRST_ALGORITHM[purpose]
    for (const status of ['ACTIVE', 'NEXT'] as const) {
      if (kept.some(key => key.purpose === purpose && key.status === status)) continue
      const key = await generateKey(secrets, { purpose, alg: signingAlgorithmSchema.parse(alg), status })
      // The partial unique indexes decide between processes; the loser's key is dropped.
      await db.signingKey.createMany({ data: [key], skipDuplicates: true })
    }
  }
}
