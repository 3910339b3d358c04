import { join } from 'node:path'
import type { Log } from '@/lib/log'
import { urlOf } from './embedded/address'
import { openCluster } from './embedded/cluster'
import { explainFileError, readIfThere } from './embedded/files'
import { Hold } from './embedded/hold'
import { ensureDatabase, reach } from './embedded/reach'

export interface EmbeddedServer {
  /** Connection string of the application's database. */
  url: string
  /** Leaves the server, and stops it when no other process uses it. */
  stop(): Promise<void>
}

interface Options {
  dataDir: string
  log: Log
  /** Off only for tests: nothing is synced to disk, and more connections are let in. */
  durable?: boolean
}

/** Starts the PostgreSQL of this data directory, or joins the one that runs there. Throws StartError. */
export async function startEmbedded({ dataDir, log, durable = true }: Options): Promise<EmbeddedServer> {
  const cluster = await openCluster(dataDir, durable)
  try {
    const held = await reach({ cluster, log })
    const hold = new Hold(cluster, log, held)
    await ensureDatabase(held.client)
    let stopped: Promise<void> | undefined
    return {
      url: urlOf(cluster, held.address),
      stop: () => {
        stopped ??= hold.release()
        return stopped
      },
    }
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}

/** Whether a database was ever made in this data directory. Throws StartError when that cannot be seen. */
export async function hasDatabase(dataDir: string): Promise<boolean> {
  try {
    return (await readIfThere(join(dataDir, 'postgres', 'PG_VERSION'))) !== null
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}
