import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it } from 'vitest'
import { portOf } from '@/lib/testing/port-of'
import { upgradesOf } from './upgrades'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections()
})

/** A server that says what it was asked, with what Next hears of upgrades. */
async function listening(hotReloading: boolean) {
  const server = createServer((asked, response) => {
    const { method, url, headers } = asked
    void text(asked).then(body => response.end(`${method} ${url} ${headers.upgrade ?? 'as it is'} ${body}`))
  })
  open.push(server)
  const next = upgradesOf(server, hotReloading)
  next.on('upgrade', (asked, socket) => {
    const headers = ['connection: upgrade', 'upgrade: websocket', `x-next: ${asked.url}`]
    socket.end(`${['HTTP/1.1 101 Switching Protocols', ...headers].join('\r\n')}\r\n\r\n`)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return portOf(server.address())
}

interface Asked {
  path: string
  upgrade: string
  body?: string
}

/** The body of the answer, or what Next says. */
function asking(port: number, { path, upgrade, body = '' }: Asked): Promise<string> {
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade, 'http2-settings': 'AAMAAABk' }
  const method = body ? 'POST' : 'GET'
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers, agent: false })
    call.on('response', answer => void text(answer).then(resolve, reject))
    call.on('upgrade', answer => resolve(`Next: ${answer.headers['x-next']}`))
    call.on('error', reject)
    call.end(body)
  })
}

it.each([true, false])(
  'HTTP/2 is not taken up, and the request is answered; with hot reloading: %s',
  async hot => {
    const port = await listening(hot)
    const long = 'x'.repeat(300_000)
    const [upgrade, other] = ['h2c', hot ? 'as it is' : 'h2c']
    expect(await asking(port, { path: '/healthz', upgrade })).toBe(`GET /healthz ${other} `)
    expect(await asking(port, { path: '/token?a=b', upgrade, body: long })).toBe(
      `POST /token?a=b ${other} ${long}`,
    )
  },
)

it('Next has the web sockets of its own paths, and no other', async () => {
  const port = await listening(true)
  const upgrade = 'websocket'
  expect(await asking(port, { path: '/_next/hmr?id=1', upgrade })).toBe('Next: /_next/hmr?id=1')
  expect(await asking(port, { path: '/sign-in', upgrade })).toBe('GET /sign-in as it is ')
})
