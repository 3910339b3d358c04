import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { refusalBeforePath } from '@/lib/api/before-path'

type Refusal = [status: number, phrase: string, message: string]

const REFUSALS: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: [
    431,
    'Request Header Fields Too Large',
    'The headers of the request are too large. Send at most 16 kB of them.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request took too long to arrive. Send it again.'],
}
const NOT_HTTP: Refusal = [400, 'Bad Request', 'The request is not valid HTTP.']
const NO_TUNNEL: Refusal = [405, 'Method Not Allowed', 'This server is no proxy: it answers no CONNECT.']

/** What Node's parser refuses, and CONNECT, get a JSON answer too, then the connection closes. */
export function answerUnparsable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET') return void socket.destroy()
    refuse(socket, REFUSALS[error.code ?? ''] ?? NOT_HTTP)
  })
  server.on('connect', (_request, socket: Duplex) => refuse(socket, NO_TUNNEL, 'Allow: \r\n'))
}

function refuse(socket: Duplex, [status, phrase, message]: Refusal, more = ''): void {
  if (!socket.writable) return void socket.destroy()
  const body = refusalBeforePath(status, message)
  socket.end(
    `HTTP/1.1 ${status} ${phrase}\r\n${more}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  )
}
