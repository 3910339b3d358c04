import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Server as AnyServer } from 'node:net'

/** Something that was started for a test run, and is stopped after it. */
export interface Running {
  url: string
  stop(): Promise<void>
}

/** Connections wait for their next request for ever: none is closed just as a client sends one. */
export const KEPT = { keepAliveTimeout: 0 }

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** An HTTP server on a free port of this machine. A listener that fails answers 500. */
export async function serve(listener: Listener): Promise<Running> {
  const server = createServer(KEPT, (request, response) => {
    Promise.resolve(listener(request, response)).catch(error => json(response, { error: String(error) }, 500))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://localhost:${portOf(server)}`, stop: () => stopServer(server) }
}

export function portOf(server: AnyServer): number {
  return addressOf(server).port
}

/** A server that listens on TCP has an address with a port. */
function addressOf(server: AnyServer): AddressInfo {
  return server.address() as AddressInfo
}

function stopServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const { url, stop } = await serve(() => {})
  await stop()
  return Number(new URL(url).port)
}
