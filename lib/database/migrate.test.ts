import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { query } from '@/lib/testing/embedded'
import { quiet } from '@/lib/testing/log'
import { createEmptyDatabase } from '@/lib/testing/postgres'
import { migrate } from './migrate'

let url: string
let folder: string
let clean: () => Promise<void>
beforeEach(async () => {
  const database = await createEmptyDatabase()
  url = database.url
  folder = await mkdtemp(join(tmpdir(), 'writ-migrations-'))
  clean = async () => {
    await database.drop()
    await rm(folder, { recursive: true })
  }
})
afterEach(() => clean())

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}
const run = () => migrate({ url, log: quiet, folder })
const applied = () => query(url, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at')

describe('migrating', () => {
  test('applies what is missing, in order, and Prisma’s own table says so', async () => {
    await write('1_first', 'CREATE TABLE one (id int);')
    await run()
    await write('2_second', 'ALTER TABLE one ADD name text;')
    await run()
    expect(await applied()).toEqual([{ name: '1_first' }, { name: '2_second' }])
    expect(await query(url, 'SELECT id, name FROM one')).toEqual([])
  })

  test('asks nothing of a database that has everything but one look', async () => {
    await write('1_first', 'CREATE TABLE one (id int);')
    await run()
    const busy = expect(
      query(url, 'BEGIN; LOCK TABLE _prisma_migrations IN EXCLUSIVE MODE; SELECT pg_sleep(120)'),
    ).rejects.toThrow('canceling statement')
    await expect
      .poll(() =>
        query(
          url,
          `SELECT 1 FROM pg_locks WHERE mode = 'ExclusiveLock' AND relation = '_prisma_migrations'::regclass`,
        ),
      )
      .toHaveLength(1)
    await run()
    await query(
      url,
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(120)' AND pid <> pg_backend_pid()`,
    )
    await busy
  })

  test('by several processes at once applies each migration once', async () => {
    await write('1_first', 'CREATE TABLE one (id int); INSERT INTO one VALUES (1); SELECT pg_sleep(0.2);')
    await write('2_second', 'INSERT INTO one VALUES (2);')
    await Promise.all([run(), run(), run(), run()])
    expect(await query(url, 'SELECT id FROM one ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }])
    expect(await applied()).toHaveLength(2)
  })

  test('takes a script as a whole, semicolons in strings, comments and functions included', async () => {
    const body = `CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;b'; END $$;`
    await write('1_first', `-- one; two\nCREATE TABLE one (id text DEFAULT 'x;y');\n${body}`)
    await run()
    expect(await query(url, 'SELECT f()')).toEqual([{ f: 'a;b' }])
  })

  test('may use an enum’s new value in the migration after the one that added it', async () => {
    await write('1_first', `CREATE TYPE color AS ENUM ('red'); CREATE TABLE one (c color);`)
    await run()
    await write('2_second', `ALTER TYPE color ADD VALUE 'blue';`)
    await write('3_third', `INSERT INTO one VALUES ('blue');`)
    await run()
    expect(await query(url, 'SELECT c FROM one')).toEqual([{ c: 'blue' }])
  })
})

describe('a migration that fails', () => {
  test('changes nothing, says why, and is tried again once it is right', async () => {
    await write('1_first', 'CREATE TABLE one (id int);')
    await write('2_second', 'CREATE TABLE two (id int); INSERT INTO nowhere VALUES (1);')
    await expect(run()).rejects.toThrow(
      'The migration 2_second failed and changed nothing: relation "nowhere" does not exist',
    )
    expect(await applied()).toEqual([{ name: '1_first' }])
    expect(await query(url, `SELECT to_regclass('two') AS two`)).toEqual([{ two: null }])
    await write('2_second', 'CREATE TABLE two (id int);')
    await run()
    expect(await applied()).toHaveLength(2)
  })

  test('because the connection was lost leaves no trace that hinders the next start', async () => {
    await write('1_first', 'CREATE TABLE one (id int); SELECT pg_sleep(120);')
    const running = expect(run()).rejects.toThrow('1_first failed and changed nothing')
    const kill = `SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity WHERE query LIKE '%pg_sleep(120)%' AND pid <> pg_backend_pid()`
    await expect.poll(() => query(url, kill)).toHaveLength(1)
    await running
    await write('1_first', 'CREATE TABLE one (id int);')
    await run()
    expect(await applied()).toHaveLength(1)
  })
})

describe('a history that does not fit', () => {
  test('is refused when an applied migration was edited', async () => {
    await write('1_first', 'CREATE TABLE one (id int);')
    await run()
    await write('1_first', 'CREATE TABLE one (id bigint);')
    await expect(run()).rejects.toThrow(/1_first\/migration\.sql was edited after this database applied it/)
  })

  test('is refused when another tool left a migration half-way', async () => {
    await write('1_first', 'CREATE TABLE one (id int);')
    await run()
    await query(url, 'UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(run()).rejects.toThrow(/The migration 1_first stopped half-way in this database/)
  })

  test('is accepted when the database is newer, as while processes are updated one by one', async () => {
    await write('1_first', 'CREATE TABLE one (id int);')
    await write('2_second', 'CREATE TABLE two (id int);')
    await run()
    await rm(join(folder, '2_second'), { recursive: true })
    await run()
    expect(await applied()).toHaveLength(2)
  })
})
