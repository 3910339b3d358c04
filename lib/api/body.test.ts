import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'

const door = testDoor(testWorld())
const LENGTH = 200_000

it('a body that is too large is read to its end before it is refused, and its connection serves on', async () => {
  const { hostname, port } = new URL(door.url)
  const socket = connect(Number(port), hostname)
  let heard = ''
  socket.on('data', chunk => {
    heard += chunk.toString()
  })
  await once(socket, 'connect')
  const head = 'Host: a\r\nContent-Type: application/json\r\n'
  socket.write(`POST /jans-auth/restv1/register HTTP/1.1\r\n${head}Content-Length: ${LENGTH}\r\n\r\n`)
  socket.write('a'.repeat(LENGTH - 1))
  // Long enough for an answer, were there one.
  for (let calls = 0; calls < 20; calls++) await door.call('/healthz')
  expect(heard).toBe('')
  socket.write(`aGET /healthz HTTP/1.1\r\n${head}\r\n`)
  await expect
    .poll(() => [...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(found => found[1]))
    .toEqual(['413', '200'])
  socket.destroy()
})
