import { Pool } from 'pg'
import { expect, test } from 'vitest'
import { openDatabase } from '@/lib/db'
import { createTestDatabase } from './postgres'

test('a test database has every table and is no other test’s', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
  const [first, second] = [openDatabase(one.url, fail), openDatabase(two.url, fail)]
  await first.db.account.create({ data: { name: 'Ada' } })
  expect(await first.db.account.count()).toBe(1)
  expect(await second.db.account.count()).toBe(0)
  await Promise.all([first.close(), second.close()])
  await Promise.all([one.drop(), two.drop()])
})

test('dropping a test database ends the connections that are still open', async () => {
  const { url, drop } = await createTestDatabase()
  const pool = new Pool({ connectionString: url })
  const lost = new Promise<Error>(resolve => pool.on('error', resolve))
  await pool.query('SELECT 1')
  await drop()
  expect((await lost).message).toContain('terminating connection')
  await pool.end()
})

function fail(error: Error): never {
  throw error
}
