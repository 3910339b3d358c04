import type { ClientBase, Pool } from 'pg'
import type { Log } from '@/lib/log'
import type { Migration } from './migrations'
import { StartError } from './start-error'

interface Applied {
  migration_name: string
  checksum: string
  finished_at: Date | null
}

/** The migrations a database still lacks. Throws StartError where its history does not fit the repository's. */
export async function missingMigrations(
  database: Pick<Pool | ClientBase, 'query'>,
  migrations: Migration[],
  log: Log,
): Promise<Migration[]> {
  const applied = await readApplied(database)
  for (const row of applied) assertWhole(row)
  for (const migration of migrations) assertUnchanged(migration, applied)
  const names = new Set(migrations.map(migration => migration.name))
  const newer = applied.filter(row => !names.has(row.migration_name))
  if (newer.length) log.warn(`A newer Writ has changed this database: ${list(newer)}`)
  return migrations.filter(({ name }) => !applied.some(row => row.migration_name === name))
}

async function readApplied(database: Pick<Pool | ClientBase, 'query'>): Promise<Applied[]> {
  const table = await database.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  )
  if (!table.rows[0]?.there) return []
  const { rows } = await database.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return rows
}

function assertWhole({ migration_name, finished_at }: Applied): void {
  if (finished_at) return
  throw new StartError(
    `The migration ${migration_name} stopped half-way in this database. Restore the last backup, or finish it by hand and set its finished_at in _prisma_migrations; then start again.`,
  )
}

function assertUnchanged({ name, checksum }: Migration, applied: Applied[]): void {
  const row = applied.find(row => row.migration_name === name)
  if (!row || row.checksum === checksum) return
  throw new StartError(
    `prisma/migrations/${name}/migration.sql was edited after this database applied it. Put the file back as it was, and make the change in a new migration.`,
  )
}

function list(rows: Applied[]): string {
  return rows.map(row => row.migration_name).join(', ')
}
