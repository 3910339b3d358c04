import type { Server } from 'node:http'
import { log } from '@/lib/log'

/** Milliseconds that requests under way get to finish. */
const PATIENCE = 5000

/** Milliseconds between looks for connections whose requests have finished, and which would wait for the next one. */
const LOOK = 100

/** On SIGTERM and SIGINT: no new connections, requests under way finish, then `close` runs, then the process ends. */
export function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    log.info(`${signal}: stopping`)
    drain(server)
      .then(close)
      .then(
        () => process.exit(0),
        error => {
          log.error({ err: error }, 'stopping failed')
          process.exit(1)
        },
      )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const finished = setInterval(() => server.closeIdleConnections(), LOOK)
  const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE)
  await closed
  clearInterval(finished)
  clearTimeout(impatience)
}
