import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '@/lib/database/embedded'
import { log } from '@/lib/log'

interface TestServer {
  url: string
  stop(): Promise<void>
}

/** A new, empty database for this run: on the server of `DATABASE_URL`, else on an embedded one of its own. */
export async function newDatabase(): Promise<TestServer> {
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => {} }
    : await embedded()
  const database = await newDatabaseBeside(server.url)
  return {
    url: database.url,
    async stop() {
      await database.stop()
      await server.stop()
    },
  }
}

/** A new, empty database on the server of another one. */
export async function newDatabaseBeside(other: string | undefined): Promise<TestServer> {
  const server = other ?? ''
  const name = `writ_e2e_${randomBytes(6).toString('hex')}`
  await run(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, stop: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function embedded(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'writ-e2e-database-'))
  const { url, stop } = await startEmbedded({ dataDir, log, durable: false })
  return {
    url,
    async stop() {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
