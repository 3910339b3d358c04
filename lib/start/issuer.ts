import type { Db } from '@/lib/db'

/** Adds `url` to the issuers whose statements stay valid; gives the one used before, when it was another. */
export async function rememberIssuer(db: Db, url: string): Promise<string | null> {
  const last = await lastIssuer(db)
  await db.issuer.upsert({ where: { url }, create: { url }, update: { lastUsedAt: new Date() } })
  return last === url ? null : last
}

/** The address that the server used last: for commands that were not told one. */
export async function lastIssuer(db: Db): Promise<string | null> {
  const last = await db.issuer.findFirst({ orderBy: { lastUsedAt: 'desc' }, select: { url: true } })
  return last?.url ?? null
}
