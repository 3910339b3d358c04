import { expect, it } from 'vitest'
import { isUnreachable } from './unreachable'

const withCode = (code: string, more: object = {}) => Object.assign(new Error('broken'), { code }, more)

it.each([
  ['a name server that is away for now', withCode('EAI_AGAIN')],
  ['a network that is down', withCode('ENETUNREACH')],
  ['a server that refuses', new AggregateError([withCode('ECONNREFUSED')])],
  ['a server that was killed', withCode('57P02')],
  ['a server that starts', withCode('57P03')],
  ['a server that became a replica, which takes no writes', withCode('25006')],
  ['a socket file that is gone', withCode('ENOENT', { syscall: 'connect' })],
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
