import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cleanEnvironment, commandLine, type RunAs, waysToRun, works } from '@/lib/database/embedded/run-as'

/** Starts a PostgreSQL that this machine has, from its programs' folder, with nothing in it. */
export async function startOtherPostgres(programs: string, dataDir: string) {
  const way = await wayInto(programs, dataDir)
  const cluster = join(dataDir, 'cluster')
  const options = { ...way.identity, cwd: '/', env: cleanEnvironment }
  const initdb = ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(...commandLine(way, join(programs, 'initdb'), initdb), options)
  const settings = ['-D', cluster, '-k', dataDir, '-c', 'listen_addresses=', '-c', 'fsync=off']
  const [file, args] = commandLine(way, join(programs, 'postgres'), settings)
  const server = spawn(file, args, { ...options, stdio: 'ignore' })
  const ended = once(server, 'exit')
  const stop = async () => {
    server.kill('SIGINT')
    await ended
  }
  return { url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(dataDir)}`, stop }
}

async function wayInto(programs: string, dataDir: string): Promise<RunAs> {
  for (const way of await waysToRun()) {
    if (way.owner) await chown(dataDir, way.owner.uid, way.owner.gid)
    if (await works(way, join(programs, 'postgres'), dataDir)) return way
  }
  throw new Error(`${programs} cannot be run here`)
}
