import { randomInt } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, type Server as AnyServer, createServer as createTcpServer } from 'node:net'

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

/** Systems give out ports above these by themselves, to whoever asks for any. */
const FIRST_PORT = 20_000
const PORTS = 6000

/** A port of this machine that no other test is given while this process lives, and that nobody gets by chance. */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + randomInt(PORTS)
    // Whoever listens so far above it has the port: the system sees to it that this is one process, and ends it with it.
    const mark = await listenAt(port + PORTS)
    const free = mark && (await listenAt(port))
    if (free) {
      mark.unref()
      await new Promise(resolve => free.close(resolve))
      return port
    }
    mark?.close()
  }
}

/** Null where somebody listens already. */
function listenAt(port: number): Promise<AnyServer | null> {
  const server = createTcpServer()
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(port, () => resolve(server))
  })
}
