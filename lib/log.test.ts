import { expect, it } from 'vitest'
import { openDatabase } from './db'
import { faultOf } from './log'

it('tells in one line, without a trace, that the database is away', async () => {
  const { db, pool, close } = openDatabase('postgresql://writ:hidden@localhost/writ?host=/nowhere', () => {})
  const asked = await Promise.allSettled([
    db.account.count(),
    db.$executeRaw`SELECT 1`,
    pool.query('SELECT 1'),
  ])
  await close()
  const reason = expect.stringMatching(/^connect ENOENT \/nowhere\S+$/)
  expect(asked.map(each => faultOf(each.status === 'rejected' && each.reason))).toEqual([
    { reason },
    { reason },
    { reason },
  ])
  expect(faultOf(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toEqual({
    reason: 'ECONNREFUSED',
  })
})

it('tells any other fault with its trace', () => {
  const fault = new Error('A bug.')
  expect(faultOf(fault)).toEqual({ err: fault })
  expect(faultOf('A bug.')).toEqual({ err: 'A bug.' })
})
