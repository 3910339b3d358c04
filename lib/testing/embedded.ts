import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { stopServer } from '@/lib/database/embedded/postmaster'
import { quiet } from './log'

/** A new data directory; `discard` also stops a server that was left running in it. */
export async function makeDataDir(prefix = 'writ-data-') {
  const path = await mkdtemp(join(tmpdir(), prefix))
  const discard = async () => {
    await stopServer(join(path, 'postgres'), quiet)
    await rm(path, { recursive: true, force: true })
  }
  return { path, discard }
}

/** The number of the server's process, as its own file says. */
export async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

/** Starts another Node process that uses this directory's server; `env` is all the environment it gets. */
export async function startProcess(dataDir: string, env: Record<string, string> = {}) {
  const script = ['--import', 'tsx', 'lib/testing/embedded-process.ts', dataDir]
  const child = spawn(process.execPath, script, {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [line] = await Promise.race([once(child.stdout, 'data'), ended.then(() => ['it ended'])])
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    await ended
  }
  return { url: String(line).trim(), stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** The rows of one statement, on a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
