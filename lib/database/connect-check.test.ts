import { createServer } from 'node:net'
import { describe, expect, inject, test } from 'vitest'
import { checkConnection } from './connect-check'
import { StartError } from './start-error'

function changed(change: (url: URL) => void): string {
  const url = new URL(inject('postgresUrl'))
  change(url)
  return url.href
}

/** A port of this machine on which nothing listens. */
async function deafPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

describe('DATABASE_URL', () => {
  test('is accepted when it leads to a PostgreSQL 14 or newer', async () => {
    await expect(checkConnection(inject('postgresUrl'))).resolves.toBeUndefined()
  })

  test('must be the address of a PostgreSQL', async () => {
    const sentence = 'DATABASE_URL must look like postgresql://user:password@host:5432/database.'
    await expect(checkConnection('localhost:5432')).rejects.toEqual(new StartError(sentence))
    await expect(checkConnection('mysql://localhost/writ')).rejects.toEqual(new StartError(sentence))
  })

  test('where nothing listens, says so without the password', async () => {
    const port = await deafPort()
    await expect(checkConnection(`postgresql://writ:hidden@127.0.0.1:${port}/writ`)).rejects.toEqual(
      new StartError(`No PostgreSQL listens at 127.0.0.1:${port}. Start it, or correct DATABASE_URL.`),
    )
  })

  test('with a host that does not exist, says so', async () => {
    await expect(checkConnection('postgresql://writ@nowhere.invalid/writ')).rejects.toEqual(
      new StartError('The host of nowhere.invalid is not known. Correct DATABASE_URL.'),
    )
  })

  test('with a wrong password, names the user', async () => {
    const url = changed(url => {
      url.password = 'wrong'
    })
    await expect(checkConnection(url)).rejects.toThrow(
      /refuses the user "writ" or its password\. Correct DATABASE_URL\.$/,
    )
  })

  test('with an unknown database, names it', async () => {
    const url = changed(url => {
      url.pathname = '/nowhere'
    })
    await expect(checkConnection(url)).rejects.toThrow(
      /has no database "nowhere"\. Create it, or correct DATABASE_URL\.$/,
    )
  })
})
