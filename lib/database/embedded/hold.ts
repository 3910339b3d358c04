import { setTimeout as sleep } from 'node:timers/promises'
import { faultOf, type Log } from '@/lib/log'
import { leave } from './attach'
import type { Cluster } from './cluster'
import { stopServer } from './postmaster'
import { type Held, reach } from './reach'

/** This process's part in keeping one server running. A lost connection is made again, until it lets go. */
export class Hold {
  private readonly ending = new AbortController()
  private rejoining: Promise<void> = Promise.resolve()
  private connected = true

  constructor(
    private readonly cluster: Cluster,
    private readonly log: Log,
    private held: Held,
  ) {
    this.watch()
  }

  /** Lets go, and stops the server when nobody else uses it. */
  async release(): Promise<void> {
    this.ending.abort()
    await this.rejoining
    if (!this.connected) return
    const last = await leave(this.held.client).catch(() => false)
    if (last) await stopServer(this.cluster.folder, this.log)
    await this.held.client.end().catch(() => {})
  }

  private watch(): void {
    this.held.client.once('end', () => {
      this.connected = false
      if (!this.ending.signal.aborted) this.rejoining = this.rejoin()
    })
  }

  // Without our lock another process might stop the server, and a server that died is started again here.
  private async rejoin(): Promise<void> {
    const { cluster, log } = this
    const { signal } = this.ending
    log.warn('The connection that keeps the database running was lost; joining again')
    for (let wait = 250; !signal.aborted; wait = Math.min(wait * 2, 8000)) {
      await sleep(wait, undefined, { signal }).catch(() => {})
      if (signal.aborted) return
      try {
        this.held = await reach({ cluster, log, known: this.held.address, signal })
        this.connected = true
        return this.watch()
      } catch (error) {
        if (!signal.aborted) log.error(faultOf(error), 'The database cannot be reached')
      }
    }
  }
}
