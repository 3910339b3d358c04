import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '@/lib/database/embedded'
import { migrate } from '@/lib/database/migrate'
import { runSql, TEMPLATE, withDatabase } from './postgres-admin'

const log = pino({ level: 'error' }, process.stderr)

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the PostgreSQL that all tests share. */
    postgresUrl: string
  }
}

/** Starts one PostgreSQL for the whole run, with one migrated database that the tests clone. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'writ-test-'))
  const server = await startEmbedded({ dataDir, log, durable: false })
  await runSql(server.url, `CREATE DATABASE ${TEMPLATE}`)
  await migrate({ url: withDatabase(server.url, TEMPLATE), log })
  // Nobody may be connected to a database while it is cloned.
  await runSql(server.url, `ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`)
  provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
