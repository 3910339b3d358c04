import { connect, createServer, type Socket } from 'node:net'
import { portOf } from './port-of'

export interface Cuttable {
  /** The same database, through a connection that tests can cut. */
  url: string
  /** Ends every connection and accepts no more, as a server that was killed. */
  cut(): void
  /** Keeps every connection open and answers nothing, as a network that swallows packets. */
  freeze(): void
  /** As before. */
  mend(): void
  close(): Promise<void>
}

/** Stands between a pool and its PostgreSQL. */
export async function cuttable(database: string): Promise<Cuttable> {
  const target = new URL(database)
  const socketFolder = target.searchParams.get('host')
  const sockets = new Set<Socket>()
  let state: 'open' | 'cut' | 'frozen' = 'open'
  const server = createServer(inner => {
    sockets.add(inner)
    inner.on('error', () => {})
    inner.on('close', () => sockets.delete(inner))
    if (state === 'cut') return void inner.destroy()
    const port = Number(target.port || 5432)
    const outer = socketFolder ? connect(`${socketFolder}/.s.PGSQL.${port}`) : connect(port, target.hostname)
    outer.on('error', () => inner.destroy())
    outer.on('close', () => inner.destroy())
    inner.on('close', () => outer.destroy())
    inner.on('data', chunk => state === 'open' && outer.write(chunk))
    outer.on('data', chunk => state === 'open' && inner.write(chunk))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(database)
  url.searchParams.delete('host')
  url.hostname = '127.0.0.1'
  url.port = String(portOf(server.address()))
  const dropAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    cut() {
      state = 'cut'
      dropAll()
    },
    freeze() {
      state = 'frozen'
    },
    mend() {
      // What was swallowed is lost: such connections are of no more use.
      if (state === 'frozen') dropAll()
      state = 'open'
    },
    async close() {
      dropAll()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
