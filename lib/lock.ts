import type { Tx } from './db'
import { Prisma } from './generated/prisma/client'

/** One row, by its table and the columns that tell it from all others, as PostgreSQL calls them. */
type Row = [table: string, key: Record<string, string | number>]

/**
 * First where a transaction reads a row and then decides or changes by what it read: whoever else would change the row
 * waits until the transaction ends, and what is read from here on stays as it is. New rows may still refer to it. False
 * when there is no such row. A change that needs no reading is one compare-and-set, and needs no lock.
 */
export function lockRow(tx: Tx, ...row: Row): Promise<boolean> {
  return lock(tx, row, Prisma.sql`FOR NO KEY UPDATE`)
}

/** The same where no new row may refer to it either. It holds up much: every insert whose foreign key points there. */
export function lockRowAndReferences(tx: Tx, ...row: Row): Promise<boolean> {
  return lock(tx, row, Prisma.sql`FOR UPDATE`)
}

async function lock(tx: Tx, [table, key]: Row, strength: Prisma.Sql): Promise<boolean> {
  const columns = Object.entries(key).map(([name, value]) => Prisma.sql`${Prisma.raw(name)} = ${value}`)
  // Names of tables and columns stand in our own code alone.
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM ${Prisma.raw(table)} WHERE ${Prisma.join(columns, ' AND ')} ${strength}`
  return rows.length > 0
}
