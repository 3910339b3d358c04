import { request } from 'node:http'
import { expect, test } from '../support/test'
import { startWrit, type Writ } from '../support/writ'

let writ: Writ

test.beforeAll(async ({ installation }) => {
  writ = await startWrit(installation.settings)
  // Next listens for upgrades from its first page on.
  expect((await fetch(`${writ.local}/sign-in`)).status).toBe(200)
})
test.afterAll(() => writ.stop())

/** What Java's and curl's clients send when they would rather speak HTTP/2. */
const H2C = {
  connection: 'Upgrade, HTTP2-Settings',
  upgrade: 'h2c',
  'http2-settings': 'AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
}

/** Status of the answer to a request that offers an upgrade. */
function statusOf(path: string, headers: Record<string, string>, body?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const call = request(`${writ.local}${path}`, { method, headers, timeout: 60_000 }, response => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
    })
    call.on('timeout', () => call.destroy(new Error(`${path} is not answered`)))
    call.on('error', reject)
    call.end(body)
  })
}

test('a request that offers HTTP/2 is answered in HTTP/1.1, whichever door it is for', async () => {
  const json = { ...H2C, 'content-type': 'application/json' }
  expect(await statusOf('/healthz', H2C)).toBe(200)
  expect(await statusOf('/v1/license/trial', json, '{"hardwareId":"github:octo-org"}')).toBe(401)
  expect(await statusOf('/sign-in', H2C)).toBe(200)
})

test('a WebSocket that nobody serves is refused like any request for its path', async () => {
  const websocket = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  }
  expect(await statusOf('/v1/license/nothing', websocket)).toBe(404)
})
