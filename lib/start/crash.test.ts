import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Env, readEnv } from '@/lib/env'
import { quiet } from '@/lib/testing/log'
import { openRuntime } from './runtime'

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'writ-crash-'))
  // The writer acts as the shell does, which makes no portal.
  await (await open()).close()
})
afterAll(() => rm(data, { recursive: true, force: true }))

describe('kill -9 amid writes', () => {
  it('loses no acknowledged statement, when the database is killed too', async () => {
    const acknowledged = await writeUntil(300, async writer => {
      const pid = Number((await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
      process.kill(writer, 'SIGKILL')
      process.kill(pid, 'SIGKILL')
    })
    expect(await stored()).toEqual(expect.arrayContaining(acknowledged))
  })

  it('loses none when Node alone is killed and the database is left running', async () => {
    const acknowledged = await writeUntil(300, async writer => {
      process.kill(writer, 'SIGKILL')
    })
    expect(await stored()).toEqual(expect.arrayContaining(acknowledged))
  })
})

/** Runs the writer until it has acknowledged so many statements, kills it, and gives every id it printed. */
async function writeUntil(count: number, kill: (pid: number) => Promise<void>): Promise<string[]> {
  const env = { ...process.env, WRIT_DATA: data, DATABASE_URL: '' }
  const writer = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/writer.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(writer, 'exit')
  const ids: string[] = []
  for await (const line of createInterface(writer.stdout)) {
    ids.push(line)
    if (ids.length === count) await kill(writer.pid ?? 0)
  }
  expect(await ended).toEqual([null, 'SIGKILL'])
  expect(ids.length).toBeGreaterThanOrEqual(count)
  return ids
}

/** What is there after the next start. */
async function stored(): Promise<string[]> {
  const runtime = await open()
  try {
    return (await runtime.db.ssa.findMany({ select: { jti: true } })).map(row => row.jti)
  } finally {
    await runtime.close()
  }
}

function open() {
  return openRuntime(settings(), quiet)
}

function settings(): Env {
  const read = readEnv({ NODE_ENV: 'test', WRIT_DATA: data })
  if ('problems' in read) throw new Error(read.problems.join())
  return read.env
}
