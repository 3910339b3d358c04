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
  const name = `writ_e2e_${randomBytes(6).toString('hex')}`
  await run(server.url, `CREATE DATABASE ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async stop() {
      await run(server.url, `DROP DATABASE ${name} WITH (FORCE)`)
      await server.stop()
    },
  }
}

async function embedded(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'writ-e2e-database-'))
  const { url, stop } = await startEmbedded({ dataDir, log })
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
