import { connect, createServer, type Socket } from 'node:net'
import { portOf } from './http'

/** A way to a PostgreSQL server on which the answer to one statement is never heard, though the statement is done. */
export interface MutedDatabase {
  url: string
  stop(): void
}

/** Hands everything on, until a client sends this text: from then on that connection carries no more answers. */
export async function muteAfter(database: string, text: string): Promise<MutedDatabase> {
  const sockets = new Set<Socket>()
  const server = createServer(client => {
    const upstream = reach(new URL(database))
    let muted = false
    client.on('data', chunk => {
      muted ||= chunk.includes(text)
      upstream.write(chunk)
    })
    upstream.on('data', chunk => void (muted || client.write(chunk)))
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(database)
  url.searchParams.delete('host')
  url.hostname = '127.0.0.1'
  url.port = String(portOf(server))
  return {
    url: url.href,
    stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** By its socket file where the connection string names a folder. */
function reach({ hostname, port, searchParams }: URL): Socket {
  const folder = searchParams.get('host')
  if (folder?.startsWith('/')) return connect(`${folder}/.s.PGSQL.${port || 5432}`)
  return connect(Number(port || 5432), hostname)
}
