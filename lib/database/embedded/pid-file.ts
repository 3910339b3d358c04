import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Address } from './address'
import { hasCode, readIfThere } from './files'
import { commandOf, isAlive } from './processes'

/** What a running server, or one that died, says about itself in postmaster.pid. */
export interface PidFile {
  text: string
  pid: number
  /** Null while the server is still writing it. */
  address: Address | null
}

/** The server's pid file, or null where no server runs or died. */
export async function readPidFile(folder: string): Promise<PidFile | null> {
  const text = await readIfThere(join(folder, 'postmaster.pid'))
  if (text === null) return null
  const [pid = '', , , port = '', socketFolder = '', listens = ''] = text.split('\n')
  const host = listens.trim() ? '127.0.0.1' : socketFolder && folder
  return { text, pid: Number.parseInt(pid, 10), address: port && host ? { host, port: Number(port) } : null }
}

/** Whether the process of a pid file is this cluster's server. A zombie and a stranger with its number are not. */
export async function isServer(pid: number, folder: string): Promise<boolean> {
  return isAlive(pid) && (await commandOf(pid)).includes(folder)
}

/**
 * Puts our own number into the files of a server that died while another process (or its zombie) has its number:
 * PostgreSQL takes any other living process for a server, but not its parent. It still checks shared memory.
 */
export async function disown(folder: string, stale: PidFile): Promise<void> {
  if (!isAlive(stale.pid)) return
  await renumber(join(folder, 'postmaster.pid'), stale.pid)
  await renumber(join(folder, '.s.PGSQL.5432.lock'), stale.pid)
}

// Taking the file away by name lets one of several starting processes do it; a live server's file goes back.
async function renumber(path: string, pid: number): Promise<void> {
  const taken = `${path}.${process.pid}`
  try {
    await rename(path, taken)
    const [first, ...rest] = (await readFile(taken, 'utf8')).split('\n')
    if (Number(first) === pid) await writeFile(taken, [process.pid, ...rest].join('\n'))
    await link(taken, path)
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'EEXIST')) throw error
  }
  await rm(taken, { force: true })
}
