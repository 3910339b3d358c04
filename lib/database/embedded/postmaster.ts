import { spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '@/lib/log'
import type { Address } from './address'
import type { Binaries } from './binaries'
import type { Cluster } from './cluster'
import { isServer, readPidFile } from './pid-file'
import { cleanEnvironment, commandLine, type RunAs } from './run-as'

export interface Launched {
  /** The last words of a server that ended; null while it runs. */
  lastWords(): Promise<string | null>
}

const LOG_LIMIT = 10_000_000

/** Starts the server on its own: it outlives this process and hears no Ctrl-C meant for it. */
export async function launch(
  cluster: Cluster,
  address: Address,
  by: { binaries: Binaries; way: RunAs },
): Promise<Launched> {
  const start = await rotate(cluster.logFile)
  const [file, args] = commandLine(by.way, by.binaries.postgres, settings(cluster, address))
  const output = await open(cluster.logFile, 'a', 0o600)
  let end: string | null = null
  const child = spawn(file, args, {
    ...by.way.identity,
    detached: true,
    cwd: '/',
    env: cleanEnvironment,
    stdio: ['ignore', output.fd, output.fd],
  })
  child.on('error', error => {
    end = error.message
  })
  child.on('exit', (code, signal) => {
    end = `it ended with ${signal ?? `code ${code}`}`
  })
  child.unref()
  await output.close()
  return { lastWords: async () => end && ((await complaint(cluster.logFile, start)) ?? end) }
}

/** Nothing is synced to disk, and many processes have pools of their own. */
const FOR_TESTS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '500' }

function settings(cluster: Cluster, { host, port }: Address): string[] {
  const socket = host.startsWith('/')
  const values = {
    listen_addresses: socket ? '' : host,
    unix_socket_directories: socket ? host : '',
    unix_socket_permissions: '0700',
    port: String(port),
    cluster_name: 'writ',
    // The details of an error may hold a row's values, which belong in no log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(cluster.durable ? {} : FOR_TESTS),
  }
  return [
    '-D',
    cluster.folder,
    ...Object.entries(values).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
}

async function rotate(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    found => found.size,
    () => 0,
  )
  if (size < LOG_LIMIT) return size
  await rename(logFile, `${logFile}.1`)
  return 0
}

async function complaint(logFile: string, start: number): Promise<string | undefined> {
  const lines = (await readFile(logFile)).subarray(start).toString().split('\n').filter(Boolean)
  return (lines.findLast(line => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1))?.replace(
    /^.*?FATAL:\s+/,
    '',
  )
}

/** Asks the server to end its sessions and stop, and waits until its files say that it has. */
export async function stopServer(folder: string, log: Log): Promise<void> {
  const found = await readPidFile(folder)
  if (!found || !(await isServer(found.pid, folder))) return
  process.kill(found.pid, 'SIGINT')
  for (let waited = 0; waited < 60_000; waited += 10) {
    // The file, not the process: where nobody reaps, a stopped server stays as a zombie.
    if ((await readPidFile(folder))?.pid !== found.pid) return
    await sleep(10)
  }
  log.warn('The database is still shutting down; it finishes by itself')
}
