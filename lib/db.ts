import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { type Prisma, PrismaClient } from './generated/prisma/client'

export type Db = PrismaClient
/** A transaction, or the client itself, for statements that run in either. */
export type Tx = Prisma.TransactionClient

export interface Database {
  db: Db
  /** The same connections, for the few hot statements that bypass Prisma. */
  pool: Pool
  close(): Promise<void>
}

/** Milliseconds until a request gives up on a database that does not answer, rather than hang with it. */
export interface Patience {
  /** For a connection, while others use all there are. */
  connection: number
  query: number
}

const PATIENCE: Patience = { connection: 5000, query: 10_000 }

/** One pool under Prisma and the hot statements alike; `close` ends it. */
export function openDatabase(
  url: string,
  onIdleError: (error: Error) => void,
  { connection, query }: Patience = PATIENCE,
): Database {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: connection,
    query_timeout: query,
    keepAlive: true,
  })
  // Without a listener an idle connection that the server drops would end the process.
  pool.on('error', onIdleError)
  const db = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: connection, timeout: query },
  })
  return {
    db,
    pool,
    async close() {
      await db.$disconnect()
      await pool.end()
    },
  }
}

/** A broken unique index: in Prisma's own statements, in raw ones, and as PostgreSQL says it. */
const UNIQUE = ['P2002', 'P2010', '23505']

/** Whether a write was refused by this unique index: the only way to learn that a name is taken. */
export function brokeUnique(error: unknown, index: string): boolean {
  if (!isKnownError(error) || !UNIQUE.includes(error.code)) return false
  return JSON.stringify(error.meta ?? error.constraint ?? {}).includes(index)
}

function isKnownError(error: unknown): error is { code: string; meta?: unknown; constraint?: unknown } {
  return error instanceof Error && 'code' in error
}
