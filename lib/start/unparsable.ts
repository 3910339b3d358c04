import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'

const REFUSALS: Record<string, [status: string, description: string]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of the request are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.'],
}
const NOT_HTTP: [string, string] = ['400 Bad Request', 'The request is not valid HTTP.']

/** What Node's parser refuses gets a JSON answer too, then the connection closes. */
export function answerUnparsable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const [status, description] = REFUSALS[error.code ?? ''] ?? NOT_HTTP
    const body = JSON.stringify({ error: 'invalid_request', error_description: description })
    socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
    )
  })
}
