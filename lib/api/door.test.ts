import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'

const world = testWorld()
const door = testDoor(world)
const TOKEN = '/jans-auth/restv1/token'

describe('the machine door', () => {
  it('answers an unknown path with 404 in JSON', async () => {
    const response = await door.call('/jans-auth/restv1/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({
      error: 'not_found',
      error_description: 'There is no such endpoint. All of them are described at /openapi.json.',
    })
  })

  it('answers a wrong verb with 405 and the verbs that it knows', async () => {
    const response = await door.call('/jans-auth/restv1/jwks', { method: 'DELETE' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(await response.json()).toMatchObject({ error: 'invalid_request' })
  })

  it('names every request', async () => {
    const ids = await Promise.all([door.call('/healthz'), door.call('/healthz')])
    const [first, second] = ids.map(response => response.headers.get('x-request-id'))
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    expect(first).not.toBe(second)
  })

  it('lets browsers of any origin call, without credentials', async () => {
    const preflight = await door.call(TOKEN, {
      method: 'OPTIONS',
      headers: { origin: 'https://flex.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization, jti, content-type')
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it.each(['/healthz', '/v1/license/retrieve', '/jans-auth/restv1/ssa'])(
    'answers headers of 64 kB for %s with 431, in words that every client reads',
    async path => {
      const [head, body] = await raw(
        `GET ${path} HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(65536)}\r\n\r\n`,
      )
      expect(head).toMatch(/^HTTP\/1\.1 431 .*\r\nContent-Type: application\/json\r\n/)
      const message = 'The headers of the request are too large. Send at most 16 kB of them.'
      expect(JSON.parse(body)).toEqual({
        error: 'invalid_request',
        error_description: message,
        code: 431,
        message,
        reason: 'INVALID_REQUEST',
      })
    },
  )

  it.each([
    'HELLO\r\n\r\n',
    'GET /v1/license/retrieve HTTP/9.9\r\n\r\n',
    'GET /v1/license/retrieve HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    'POST /v1/license/trial HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n',
    'BREW /v1/license/trial HTTP/1.1\r\nHost: a\r\n\r\n',
  ])('answers %j, which is not HTTP, with 400 in the same words', async text => {
    const [head, body] = await raw(text)
    expect(head).toMatch(/^HTTP\/1\.1 400 /)
    expect(head).toMatch(/^Content-Type: application\/json/im)
    expect(JSON.parse(body)).toMatchObject({ error: 'invalid_request', code: 400, reason: 'INVALID_REQUEST' })
  })

  it('answers HTTP/1.0, which names no host', async () => {
    const [head, body] = await raw('GET /healthz HTTP/1.0\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 200 /)
    expect(JSON.parse(body)).toEqual({ status: 'ok' })
  })

  it('answers every verb on every path: its own, OPTIONS, and 405 with the verbs that it knows', async () => {
    const { paths }: { paths: Record<string, object> } = await (await door.call('/openapi.json')).json()
    for (const [path, served] of Object.entries(paths)) {
      for (const verb of ['TRACE', 'CONNECT', 'PROPFIND', 'PATCH', 'QUERY', 'M-SEARCH', 'PURGE']) {
        const [head, body] = await raw(`${verb} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
        expect([verb, path, head]).toEqual([verb, path, expect.stringMatching(/^HTTP\/1\.1 405 /)])
        const allowed = /^allow: (.*)\r$/im.exec(`${head}\r\n`)?.[1]?.split(', ') ?? []
        const known = Object.keys(served).map(method => method.toUpperCase())
        if (verb !== 'CONNECT') expect(allowed).toEqual(expect.arrayContaining([...known, 'OPTIONS']))
        expect(Object.keys(JSON.parse(body))).toContain(/^\/v1\/|^\/scan\//.test(path) ? 'reason' : 'error')
      }
      const [options] = await raw(`OPTIONS ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
      expect(options).toMatch(/^HTTP\/1\.1 204 /)
    }
  })
})

/** What the server sends until it closes the connection: head and body. */
function raw(text: string): Promise<[string, string]> {
  const { port, hostname } = new URL(door.url)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('close', () => {
      const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n')
      resolve([head, body])
    })
    socket.on('error', reject)
  })
}
