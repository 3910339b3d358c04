import { Pool } from 'pg'
import type { Log } from '@/lib/log'
import { missingMigrations } from './migration-state'
import { type Migration, readMigrations } from './migrations'
import { StartError } from './start-error'

// "MIGR" in ASCII: one process at a time changes the tables of a database.
const MIGRATION_LOCK = 0x4d494752

interface Options {
  url: string
  log: Log
  folder?: string
}

/**
 * Brings the database to the repository's state; several processes may do so at once. Each migration is applied
 * whole or not at all, even through a crash. Throws StartError.
 */
export async function migrate({ url, log, folder = 'prisma/migrations' }: Options): Promise<void> {
  const migrations = await readMigrations(folder)
  const pool = oneConnection(url, log)
  try {
    if ((await missingMigrations(pool, migrations, log)).length === 0) return
    await pool.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    for (const next of await missingMigrations(pool, migrations, log)) {
      log.info(`Applying migration ${next.name}`)
      await apply(pool, migrations, next)
    }
  } finally {
    await pool.end()
  }
}

// One connection holds the lock and the transactions and is what the engine works on. When it is lost, another one
// would run the rest outside them, so there is no other.
function oneConnection(connectionString: string, log: Log): Pool {
  const pool = new Pool({ connectionString, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000 })
  let connections = 0
  pool.on('connect', client => {
    connections += 1
    if (connections > 1) client.end().catch(() => {})
  })
  pool.on('error', error => log.warn({ err: error }, 'The connection for migrations was lost'))
  return pool
}

// A transaction for each, because a new value of an enum can only be used after the commit that added it.
async function apply(pool: Pool, migrations: Migration[], next: Migration): Promise<void> {
  const { applyWithEngine } = await import('./schema-engine')
  await pool.query('BEGIN')
  try {
    await applyWithEngine(
      pool,
      migrations.filter(({ name }) => name <= next.name),
    )
    await pool.query('COMMIT')
  } catch (error) {
    await pool.query('ROLLBACK').catch(() => {})
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(`The migration ${next.name} failed and changed nothing: ${reason}`)
  }
}
