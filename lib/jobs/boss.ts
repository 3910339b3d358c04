import type { Pool } from 'pg'
import PgBoss from 'pg-boss'
import { DAY_SECONDS } from '@/lib/days'

/** The queues there are: each is a row in `jobs.queue`, added by a migration with its retries. */
export type Queue = 'mail' | 'price' | 'sweep'

/** Seconds before a job is begun: of a price, until whoever changes it is done, or has died. */
export const BEGINS_AFTER: Record<Queue, number> = { mail: 0, price: 120, sweep: 0 }

// The tables come from our own migrations. The daily sweep is a throttled job, so pg-boss needs no clockwork.
const SETTINGS = {
  schema: 'jobs',
  migrate: false,
  schedule: false,
  archiveCompletedAfterSeconds: 2 * DAY_SECONDS,
}

/** pg-boss on the shared connections. */
export function bossOn(pool: Pool): PgBoss {
  return new PgBoss({ ...SETTINGS, db: { executeSql: (text, values) => runAlone(pool, text, values) } })
}

/** pg-boss for writing jobs only: each call brings its own transaction. */
export const writingBoss = new PgBoss({
  ...SETTINGS,
  db: { executeSql: () => Promise.reject(new Error('A job is written in the transaction of its cause.')) },
})

/** Maintenance opens its own transactions: a connection on which one failed must not go back to the pool. */
async function runAlone(pool: Pool, text: string, values?: unknown[]) {
  const connection = await pool.connect()
  try {
    const result = await connection.query(text, values)
    connection.release()
    return result
  } catch (error) {
    connection.release(true)
    throw error
  }
}
