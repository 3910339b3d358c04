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
      error_description: 'There is no such endpoint.',
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

  it('answers headers of 64 kB with 431 in JSON', async () => {
    const response = await raw(`GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(65536)}\r\n\r\n`)
    expect(response).toMatch(/^HTTP\/1\.1 431 .*\r\nContent-Type: application\/json\r\n/)
    expect(JSON.parse(response.split('\r\n\r\n')[1] ?? '')).toMatchObject({ error: 'invalid_request' })
  })

  it('answers what is not HTTP with 400 in JSON', async () => {
    const response = await raw('HELLO\r\n\r\n')
    expect(response).toMatch(/^HTTP\/1\.1 400 .*\r\nContent-Type: application\/json\r\n/)
  })
})

/** Everything that the server sends until it closes the connection. */
function raw(text: string): Promise<string> {
  const { port, hostname } = new URL(door.url)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
    socket.on('error', reject)
  })
}
