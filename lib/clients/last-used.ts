import type { Ctx } from '@/lib/context'
import type { Db } from '@/lib/db'
import { log } from '@/lib/log'

/** Milliseconds between writes: a client's last use is that much behind, and costs no write per request. */
const EVERY = 10_000

const pending = new Map<string, Date>()
let timer: NodeJS.Timeout | undefined

/** Remembers that a client was used now; written with those of all others within ten seconds. */
export function noteClientUse({ db, clock }: Pick<Ctx, 'db' | 'clock'>, clientId: string): void {
  pending.set(clientId, clock.now())
  timer ??= setTimeout(() => void writeClientUse(db), EVERY).unref()
}

/** Writes what was remembered: by itself, and once more before the process ends. A failure is logged and forgotten. */
export async function writeClientUse(db: Db): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const ids = [...pending.keys()]
  const times = [...pending.values()]
  pending.clear()
  if (ids.length === 0) return
  try {
    await db.$executeRaw`
      UPDATE client SET last_used_at = GREATEST(client.last_used_at, used.at)
      FROM unnest(${ids}::text[], ${times}::timestamptz[]) AS used (id, at) WHERE client.id = used.id`
  } catch (error) {
    log.warn({ err: error }, 'the last use of clients could not be written')
  }
}
