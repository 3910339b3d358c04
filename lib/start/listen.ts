import type { Server } from 'node:http'
import { StartError } from '@/lib/database/start-error'

/** Resolves when the server accepts connections; throws StartError when the port cannot be had. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(asStartError(error, port, host)))
    server.listen(port, host, () => resolve())
  })
}

function asStartError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} is in use. Stop the program that uses it, or choose another: PORT=3001 npm start`,
      )
    case 'EACCES':
      return new StartError(
        `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`WRIT_HOST is "${host}", which is not an address of this machine.`)
    default:
      return error
  }
}
