import { expect, it } from 'vitest'
import { openDatabase } from './db'
import { isUnreachable, wasNotSent } from './unreachable'

const withCode = (code: string, more: object = {}) => Object.assign(new Error('broken'), { code }, more)

it.each([
  ['a name server that is away for now', withCode('EAI_AGAIN')],
  ['a network that is down', withCode('ENETUNREACH')],
  ['a server that refuses', new AggregateError([withCode('ECONNREFUSED')])],
  ['a server that was killed', withCode('57P02')],
  ['a server that starts', withCode('57P03')],
  ['a server that became a replica, which takes no writes', withCode('25006')],
  ['a socket file that is gone', new Error('connect ENOENT /data/.s.PGSQL.5432')],
  ['a connection that ended amid a query', new Error('Connection terminated unexpectedly')],
  [
    'the same within Prisma',
    withCode('P2010', { meta: { driverAdapterError: { cause: withCode('57P01') } } }),
  ],
])('is unreachable: %s', (_name, error) => {
  expect(isUnreachable(error)).toBe(true)
})

it.each([
  ['a broken unique index', withCode('23505')],
  ['a file that is not there', withCode('ENOENT', { syscall: 'open' })],
  ['nothing', null],
])('is no fault of the network: %s', (_name, error) => {
  expect(isUnreachable(error)).toBe(false)
})

const NOBODY = ['postgresql://writ@127.0.0.1:1/writ', 'postgresql://writ@localhost/writ?host=/nowhere']

it.each(NOBODY)('a statement for %s was never sent, however it was asked for', async url => {
  const { db, pool, close } = openDatabase(url, () => {})
  const refused = [
    db.account.count(),
    db.$executeRaw`SELECT 1`,
    db.$transaction(tx => tx.account.count()),
    pool.query('SELECT 1'),
  ]
  for (const asked of await Promise.allSettled(refused)) {
    const error = asked.status === 'rejected' ? asked.reason : asked
    expect({ error, gone: isUnreachable(error), notSent: wasNotSent(error) }).toMatchObject({
      gone: true,
      notSent: true,
    })
  }
  await close()
})

it('nobody knows what became of a statement whose connection broke', () => {
  expect(wasNotSent(withCode('57P01'))).toBe(false)
  expect(wasNotSent(new Error('Connection terminated unexpectedly'))).toBe(false)
})
