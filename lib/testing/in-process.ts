import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { machineDoor } from '@/lib/api/app'

export interface Asked {
  method: string
  /** Path and query. */
  path: string
  headers: Record<string, string>
  body: string
}

/** The machine door without a socket: what Node's parser would let pass reaches the app as Node would hand it over. */
export function machineDoorInProcess(): (asked: Asked) => Promise<Response> {
  const app = machineDoor()
  return async ({ method, path, headers, body }) => {
    const incoming = new IncomingMessage(new Socket())
    Object.assign(incoming, { method, url: path, complete: true })
    Object.assign(incoming.headers, { host: 'writ.test', 'content-length': String(Buffer.byteLength(body)) })
    for (const [name, value] of Object.entries(headers)) incoming.headers[name.toLowerCase()] = value
    if (body) incoming.push(body)
    incoming.push(null)
    const request = new Request(`https://writ.test${path}`, { method })
    return app.fetch(request, { incoming, outgoing: new ServerResponse(incoming) })
  }
}
