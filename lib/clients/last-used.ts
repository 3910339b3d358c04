import type { Ctx } from '@/lib/context'
import type { Db } from '@/lib/db'
import { Gathered } from '@/lib/gathered'

const uses = new Gathered<Date>({
  what: 'the last use of clients',
  store,
  merge: (known, later) => (later > known ? later : known),
  repeatable: true,
})

/** Remembers that a client was used now; written with those of all others within ten seconds. */
export function noteClientUse({ db, clock }: Pick<Ctx, 'db' | 'clock'>, clientId: string): void {
  uses.add(db, clientId, clock.now())
}

function store(db: Db, entries: [string, Date][]) {
  const ids = entries.map(([id]) => id)
  const times = entries.map(([, at]) => at)
  return db.$executeRaw`
    UPDATE client SET last_used_at = GREATEST(client.last_used_at, used.at)
    FROM unnest(${ids}::text[], ${times}::timestamptz[]) AS used (id, at) WHERE client.id = used.id`
}
