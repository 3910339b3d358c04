import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeDataDir, query, serverPid } from '@/lib/testing/embedded'
import { quiet } from '@/lib/testing/log'
import { startEmbedded } from './embedded'
import { restoreLinks } from './embedded/binaries'
import { commandOf, isAlive } from './embedded/processes'
import { StartError } from './start-error'

let dataDir: string
let discard: () => Promise<void>
const open: { stop(): Promise<void> }[] = []

beforeEach(async () => {
  const made = await makeDataDir()
  dataDir = made.path
  discard = made.discard
})
afterEach(async () => {
  await Promise.all(open.splice(0).map(server => server.stop()))
  await discard()
})

async function start(path = dataDir) {
  const server = await startEmbedded({ dataDir: path, log: quiet })
  open.push(server)
  return server
}

describe('the directory', () => {
  test('may be one that only its owner can enter', async () => {
    await chmod(dataDir, 0o700)
    await mkdir(join(dataDir, 'inner'))
    const { url } = await start(join(dataDir, 'inner'))
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await open.pop()?.stop()
  })

  test('may be too deep for a socket: the server then listens on 127.0.0.1', async () => {
    const deep = join(dataDir, 'd'.repeat(100))
    const { url } = await start(deep)
    const { hostname, port } = new URL(url)
    expect(hostname).toBe('127.0.0.1')
    // Not one that the system might give to any caller meanwhile.
    expect(Number(port)).toBeLessThan(32_768)
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    await open.pop()?.stop()
  })

  test('is named in a sentence when it cannot be written', async () => {
    await writeFile(join(dataDir, 'file'), '')
    await expect(start(join(dataDir, 'file', 'data'))).rejects.toEqual(
      new StartError(
        `The data directory ${dataDir}/file/data cannot be written. Make it writable, or name another one in WRIT_DATA.`,
      ),
    )
  })

  test('made by another version of PostgreSQL is refused, and left as it is', async () => {
    await mkdir(join(dataDir, 'postgres'))
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '16\n')
    await expect(start()).rejects.toThrow(/was made by PostgreSQL 16, and Writ brings 18\./)
  })

  test('whose password was lost is told so', async () => {
    await start()
    await writeFile(join(dataDir, 'postgres.password'), 'another\n')
    await expect(start()).rejects.toThrow(/does not accept the password in postgres\.password/)
  })
})

describe('a server that died without a word', () => {
  /** Stops the server, and puts this number into the files that it would have left behind. */
  async function leaveBehind(pid: number): Promise<void> {
    await start()
    const file = join(dataDir, 'postgres', 'postmaster.pid')
    const lock = join(dataDir, 'postgres', '.s.PGSQL.5432.lock')
    const [text, lockText] = await Promise.all([readFile(file, 'utf8'), readFile(lock, 'utf8')])
    await open.pop()?.stop()
    await writeFile(file, text.replace(/^\d+/, String(pid)))
    await writeFile(lock, lockText.replace(/^\d+/, String(pid)))
  }

  test('does not hinder the next start when another program has its number', async () => {
    const stranger = spawn('sleep', ['60'])
    await once(stranger, 'spawn')
    await leaveBehind(stranger.pid ?? 0)
    const { url } = await start()
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    stranger.kill()
  })

  test('does not hinder the next start when nobody reaps it', async () => {
    // The shell's child ends when the shell has become a program that never waits for it.
    const parent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'])
    const [line] = await once(parent.stdout, 'data')
    const zombie = Number(line)
    const isZombie = async () => isAlive(zombie) && (await commandOf(zombie)) === ''
    await expect.poll(isZombie).toBe(true)
    await leaveBehind(zombie)
    const { url } = await start()
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    parent.kill()
  })
})

test('a copy of a directory whose server runs gets a server of its own', async () => {
  const { url } = await start()
  const copy = await makeDataDir()
  const cp = spawn('cp', ['-a', join(dataDir, '.'), copy.path])
  await once(cp, 'exit')
  const other = await start(copy.path)
  expect(await serverPid(copy.path)).not.toBe(await serverPid(dataDir))
  expect(await query(other.url, 'SHOW data_directory')).not.toEqual(await query(url, 'SHOW data_directory'))
  await open.pop()?.stop()
  await copy.discard()
})

test('links that the package lost on its way through npm are made again', async () => {
  await mkdir(join(dataDir, 'native', 'lib'), { recursive: true })
  const links = ['libz.so', 'libz.so.1'].map(name => ({
    source: 'native/lib/libz.so.1.2',
    target: `native/lib/${name}`,
  }))
  await writeFile(join(dataDir, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  await writeFile(join(dataDir, 'native', 'lib', 'libz.so.1.2'), 'library')
  await symlink('libz.so.1.2', join(dataDir, 'native', 'lib', 'libz.so.1'))
  await restoreLinks(dataDir)
  expect(await readFile(join(dataDir, 'native', 'lib', 'libz.so'), 'utf8')).toBe('library')
})
