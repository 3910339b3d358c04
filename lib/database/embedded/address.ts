import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Cluster, DATABASE, USER } from './cluster'

/** Where the server listens: `host` is a directory with its socket, or 127.0.0.1. */
export interface Address {
  host: string
  port: number
}

const SOCKET_PORT = 5432
const LONGEST_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107

/** The address for a server that is about to start; a port that clients already know is kept. */
export async function chooseAddress(folder: string, known: Address | undefined): Promise<Address> {
  const socket = join(folder, `.s.PGSQL.${SOCKET_PORT}`)
  if (Buffer.byteLength(socket) <= LONGEST_SOCKET_PATH) return { host: folder, port: SOCKET_PORT }
  return known ?? { host: '127.0.0.1', port: await freePort() }
}

/** Systems give out ports above these by themselves, to whoever asks for any: also before the server has started. */
const FIRST_PORT = 10_000
const PORTS = 10_000

async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + randomInt(PORTS)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** A connection string for the application's database. */
export function urlOf(cluster: Cluster, address: Address): string {
  const url = new URL(`postgresql://${USER}:${cluster.password}@localhost:${address.port}/${DATABASE}`)
  if (address.host.startsWith('/')) url.searchParams.set('host', address.host)
  else url.hostname = address.host
  return url.href
}

/** A single connection to the server's maintenance database, not yet connected. */
export function clientFor(cluster: Cluster, address: Address): Client {
  const client = new Client({
    ...address,
    user: USER,
    password: cluster.password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 5000,
    application_name: 'writ-owner',
  })
  // Without a listener a server that goes away would end the process.
  client.on('error', () => {})
  return client
}
