import type { Ctx } from '@/lib/context'
import type { Db } from '@/lib/db'
import { Gathered } from '@/lib/gathered'
import { isUuid } from '@/lib/is-uuid'

interface Checks {
  times: number
  refused: number
  at: Date
}

/** What is no id of a statement is counted under this one, which no statement has. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const checks = new Gathered<Checks>({
  what: 'checks of SSAs',
  store,
  merge: (known, { times, refused, at }) => ({
    times: known.times + times,
    refused: known.refused + refused,
    at,
  }),
  repeatable: false,
})

/** Counts one answer of `HEAD /ssa`: of the statement when there is one, and of the day. Some seconds behind. */
export function noteSsaCheck({ db, clock }: Ctx, jti: string, valid: boolean): void {
  const key = isUuid(jti) ? jti.toLowerCase() : NOBODY
  checks.add(db, key, { times: 1, refused: valid ? 0 : 1, at: clock.now() })
}

// The row of the day comes first, in every process: the rows of statements are then locked by one of them at a time.
function store(db: Db, entries: [string, Checks][]) {
  const jtis = entries.map(([jti]) => jti)
  const of = <K extends keyof Checks>(name: K) => entries.map(([, each]) => each[name])
  return db.$executeRaw`
    WITH counted AS (
      SELECT * FROM unnest(${jtis}::uuid[], ${of('times')}::bigint[], ${of('refused')}::bigint[],
        ${of('at')}::timestamptz[]) AS t (jti, times, refused, at)),
    known AS (
      INSERT INTO ssa_check AS c (jti, times, refused, last_at)
      SELECT counted.jti, counted.times, counted.refused, counted.at FROM counted JOIN ssa ON ssa.jti = counted.jti
      ON CONFLICT (jti) DO UPDATE SET times = c.times + EXCLUDED.times, refused = c.refused + EXCLUDED.refused,
        last_at = GREATEST(c.last_at, EXCLUDED.last_at))
    INSERT INTO ssa_check_day AS d (day, times, refused)
    SELECT (max(at) AT TIME ZONE 'UTC')::date, sum(times), sum(refused) FROM counted
    ON CONFLICT (day) DO UPDATE SET times = d.times + EXCLUDED.times, refused = d.refused + EXCLUDED.refused`
}
