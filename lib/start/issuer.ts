import type { Db } from '@/lib/db'

/** Adds `url` to the issuers whose statements stay valid; gives the one used before, when it was another. */
export async function rememberIssuer(db: Db, url: string): Promise<string | null> {
  const last = await db.issuer.findFirst({ orderBy: { lastUsedAt: 'desc' }, select: { url: true } })
  const now = new Date()
  await db.issuer.upsert({ where: { url }, create: { url }, update: { lastUsedAt: now } })
  return last && last.url !== url ? last.url : null
}
