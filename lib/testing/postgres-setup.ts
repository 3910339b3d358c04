import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '@/lib/database/embedded'
import { stopServer } from '@/lib/database/embedded/postmaster'
import { isAlive } from '@/lib/database/embedded/processes'
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
  await removeAbandoned()
  const dataDir = await mkdtemp(join(tmpdir(), `writ-test-${process.pid}-`))
  const server = await startEmbedded({ dataDir, log, durable: false })
  await runSql(server.url, `CREATE DATABASE ${TEMPLATE}`)
  await migrate({ url: withDatabase(server.url, TEMPLATE), log })
  // Nobody may be connected to a database while it is cloned.
  await runSql(server.url, `ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`)
  provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    await remove(dataDir)
  }
}

// A run that was killed could not stop its server, which runs on its own.
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^writ-test-(\d+)-/.exec(name)?.[1]
    if (!pid || isAlive(Number(pid))) continue
    // Another account's leftovers are not ours to remove.
    await remove(join(tmpdir(), name)).catch(() => {})
  }
}

async function remove(dataDir: string): Promise<void> {
  await stopServer(join(dataDir, 'postgres'), log)
  await rm(dataDir, { recursive: true, force: true })
}
