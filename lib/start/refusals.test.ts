import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '@/lib/db'
import { secretsFrom } from '@/lib/secrets'
import { makeDataDir } from '@/lib/testing/embedded'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/postgres'
import { assertRightSecret } from './master-secret'

let database: TestDatabase
let data: Awaited<ReturnType<typeof makeDataDir>>
beforeAll(async () => {
  ;[database, data] = await Promise.all([createTestDatabase(), makeDataDir()])
})
afterAll(() => Promise.all([database.drop(), data.discard()]))

/** Starts the server, or a command, with these settings, which must make it stop, and gives its exit code and last words. */
async function refusal(
  settings: Record<string, string>,
  ...program: string[]
): Promise<{ code: unknown; words: string }> {
  const args = program.length > 0 ? program : ['server.ts']
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      PORT: '0',
      WRIT_DATA: data.path,
      DATABASE_URL: database.url,
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { code, words: words.trim() }
}

describe('a start that cannot succeed ends with one sentence', () => {
  test('when a setting is wrong', async () => {
    expect(await refusal({ PORT: 'many', WRIT_URL: 'portal' })).toEqual({
      code: 1,
      words: expect.stringMatching(
        /^Some settings are wrong\. Correct them and start again:\n {2}PORT: .+\n {2}WRIT_URL: must be an http or https address$/,
      ),
    })
  })

  test('when the port is in use', async () => {
    const other = createServer().listen(0)
    await once(other, 'listening')
    const address = other.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    expect(await refusal({ PORT: port })).toEqual({
      code: 1,
      words: `Port ${port} is in use. Stop the program that uses it, or choose another: PORT=3001 npm start`,
    })
    other.close()
  })

  test.each(['file', '/proc/writ'])('when the data directory is %s, which takes nothing', async path => {
    await writeFile(join(data.path, 'file'), '')
    const WRIT_DATA = resolve(data.path, path)
    const told = {
      code: 1,
      words: `The data directory ${WRIT_DATA} cannot be written. Make it writable, or name another one in WRIT_DATA.`,
    }
    expect(await refusal({ WRIT_DATA })).toEqual(told)
    expect(await refusal({ WRIT_DATA, DATABASE_URL: '' })).toEqual(told)
    expect(await refusal({ WRIT_DATA }, 'lib/cli/main.ts', 'staff', 'list')).toEqual(told)
  })

  test('when DATABASE_URL leads nowhere', async () => {
    const url = new URL(database.url)
    url.pathname = '/nowhere'
    expect(await refusal({ DATABASE_URL: url.href })).toEqual({
      code: 1,
      words: expect.stringMatching(
        /^PostgreSQL at \S+ has no database "nowhere"\. Create it, or correct DATABASE_URL\.$/,
      ),
    })
  })

  test('when the master secret is not the database’s', async () => {
    const first = join(data.path, 'first')
    await mkdir(first)
    await writeFile(join(first, 'master.key'), 'b'.repeat(64))
    const opened = openDatabase(database.url, () => {})
    await assertRightSecret(opened.db, secretsFrom('a'.repeat(64)))
    await opened.close()
    expect(await refusal({ WRIT_DATA: first })).toEqual({
      code: 1,
      words: expect.stringMatching(/^The master secret is not the one this database was set up with\. /),
    })
  })
})
