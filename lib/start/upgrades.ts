import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'

/**
 * Where Next listens for upgrades, which its hot reloading alone needs: a server that listens nowhere. On ours Node would
 * hand it every request that offers one, as Java's do with HTTP/2, to be left unanswered; without a listener they are
 * answered as any other (RFC 9110 §7.8). With `hotReloading`, web sockets for Next's own paths go there.
 */
export function upgradesOf(server: Server, hotReloading: boolean): Server {
  const next = createServer()
  if (!hotReloading) return next
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const taken = isHotReloading(request) && next.emit('upgrade', request, socket, head)
    if (!taken) takeBack(server, { request, socket, head })
  })
  return next
}

function isHotReloading({ url = '', headers }: IncomingMessage): boolean {
  return url.startsWith('/_next/') && headers.upgrade?.toLowerCase() === 'websocket'
}

interface Offer {
  request: IncomingMessage
  socket: Duplex
  head: Buffer
}

/** The connection begins anew, with the same request but for its offer. */
function takeBack(server: Server, { request, socket, head }: Offer): void {
  const { method, url, httpVersion, rawHeaders } = request
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (name.toLowerCase() !== 'upgrade') lines.push(`${name}: ${rawHeaders[at + 1]}`)
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]))
  server.emit('connection', socket)
}
