import type { Ctx } from '@/lib/context'
import { type Sighting, storeSighting } from './hot'

/** Milliseconds that a stored call may be behind the latest one: a busy installation is not written at every call. */
const EVERY = 5 * 60 * 1000
/** Callers kept in memory before all are forgotten, which costs each of them one write. */
const MANY = 20_000

type Told = Pick<Sighting, 'licenseId' | 'at'>

/** What this process has stored last of each installation and address: nodes that share a client take turns. */
const stored = new Map<string, Told>()

/** Leaves the trace of a call on its installation, when it says something new. */
export async function noteSighting(ctx: Pick<Ctx, 'pool'>, seen: Sighting): Promise<void> {
  const key = JSON.stringify([seen.clientId, seen.productCode, seen.fqdn, seen.address])
  if (!saysMore(seen, stored.get(key))) return
  await storeSighting(ctx.pool, seen)
  if (stored.size >= MANY) stored.clear()
  stored.set(key, { licenseId: seen.licenseId, at: seen.at })
}

function saysMore(seen: Told, known: Told | undefined): boolean {
  return (
    known === undefined ||
    seen.licenseId !== known.licenseId ||
    Math.abs(seen.at.getTime() - known.at.getTime()) >= EVERY
  )
}
