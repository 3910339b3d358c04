import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeDataDir, query, serverPid, startProcess } from '@/lib/testing/embedded'
import { quiet } from '@/lib/testing/log'
import { startEmbedded } from './embedded'

let dataDir: string
let discard: () => Promise<void>
beforeEach(async () => {
  const made = await makeDataDir()
  dataDir = made.path
  discard = made.discard
})
afterEach(() => discard())

describe('the first start', () => {
  test('makes a durable UTF-8 database behind a password, whatever the environment lacks', async () => {
    const { url, stop } = await startProcess(dataDir)
    const [settings] = await query(
      url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
              current_setting('fsync') AS fsync, current_setting('listen_addresses') AS listens, lower('ÄÇ') AS lower`,
    )
    expect(settings).toEqual({ encoding: 'UTF8', checksums: 'on', fsync: 'on', listens: '', lower: 'äç' })
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600)
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({
      code: '28P01',
    })
    await stop()
  })

  test('of several processes at once makes one server that all of them use', async () => {
    const processes = await Promise.all([1, 2, 3].map(() => startProcess(dataDir)))
    expect(new Set(processes.map(process => process.url)).size).toBe(1)
    await Promise.all(processes.map(({ url }) => query(url, 'SELECT 1')))
    await Promise.all(processes.map(process => process.stop()))
    await expect(serverPid(dataDir)).rejects.toThrow('ENOENT')
  })
})

describe('after kill -9', () => {
  test('of everything, the next start has every committed row', async () => {
    const first = await startProcess(dataDir)
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS value')
    const pid = await serverPid(dataDir)
    await first.kill()
    process.kill(pid, 'SIGKILL')
    const next = await startEmbedded({ dataDir, log: quiet })
    expect(await query(next.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }])
    expect(await serverPid(dataDir)).not.toBe(pid)
    await next.stop()
  })

  test('of Node alone, the next start joins the server that was left running', async () => {
    const first = await startProcess(dataDir)
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS value')
    const pid = await serverPid(dataDir)
    await first.kill()
    const next = await startEmbedded({ dataDir, log: quiet })
    expect(await serverPid(dataDir)).toBe(pid)
    expect(await query(next.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }])
    await next.stop()
    await expect(serverPid(dataDir)).rejects.toThrow('ENOENT')
  })

  test('of the server alone, the process that uses it starts it again', async () => {
    const server = await startEmbedded({ dataDir, log: quiet })
    const pid = await serverPid(dataDir)
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => query(server.url, 'SELECT 1').catch(() => null)).toBeTruthy()
    expect(await serverPid(dataDir)).not.toBe(pid)
    await server.stop()
    await expect(serverPid(dataDir)).rejects.toThrow('ENOENT')
  })
})

describe('a server that several processes use', () => {
  test('runs until the last one leaves', async () => {
    const one = await startEmbedded({ dataDir, log: quiet })
    const two = await startProcess(dataDir)
    await one.stop()
    expect(await query(two.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await two.stop()
    await expect(serverPid(dataDir)).rejects.toThrow('ENOENT')
  })

  test('is still theirs after their connection to it was dropped', async () => {
    const one = await startEmbedded({ dataDir, log: quiet })
    const owners = `FROM pg_stat_activity WHERE application_name = 'writ-owner'`
    const holders = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted`
    await query(one.url, `SELECT pg_terminate_backend(pid) ${owners}`)
    await expect.poll(() => query(one.url, holders)).toHaveLength(1)
    const two = await startProcess(dataDir)
    await two.stop()
    expect(await query(one.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await one.stop()
  })
})
