import { describe, expect, inject, test } from 'vitest'
import { ownPort } from '@/lib/testing/port'
import { checkConnection } from './connect-check'
import { StartError } from './start-error'

function changed(change: (url: URL) => void): string {
  const url = new URL(inject('postgresUrl'))
  change(url)
  return url.href
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
    const port = await ownPort()
    await expect(checkConnection(`postgresql://writ:hidden@127.0.0.1:${port}/writ`)).rejects.toEqual(
      new StartError(`No PostgreSQL listens at 127.0.0.1:${port}. Start it, or correct DATABASE_URL.`),
    )
  })

  test('whose socket is not there, says the same', async () => {
    await expect(checkConnection('postgresql://writ@localhost/writ?host=/nowhere')).rejects.toEqual(
      new StartError('No PostgreSQL listens at /nowhere. Start it, or correct DATABASE_URL.'),
    )
  })

  test('with a certificate that is not there, names its file', async () => {
    const url = changed(({ searchParams }) => searchParams.set('sslrootcert', '/nowhere/root.pem'))
    await expect(checkConnection(url)).rejects.toThrow("no such file or directory, open '/nowhere/root.pem'")
  })

  test('with a name that is not encoded, says what it looks like', async () => {
    await expect(checkConnection('postgresql://50%:hidden@localhost/writ')).rejects.toThrow(/must look like/)
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
