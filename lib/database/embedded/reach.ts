import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import type { Log } from '@/lib/log'
import { StartError } from '../start-error'
import { type Address, chooseAddress } from './address'
import { look } from './attach'
import { findBinaries } from './binaries'
import { type Cluster, DATABASE } from './cluster'
import { readIfThere } from './files'
import { initialize } from './initialize'
import { type Launched, launch } from './postmaster'

/** A server in use by this process: it is not stopped by others while `client` lives. */
export interface Held {
  client: Client
  address: Address
}

interface Search {
  cluster: Cluster
  log: Log
  /** Where the server was before this process lost it: it must then still exist, and clients know the port. */
  known?: Address
  signal?: AbortSignal
}

// Recovery after a crash reads the log since the last checkpoint, which takes minutes at worst.
const PATIENCE = 5 * 60_000
const ATTEMPTS = 3

/** Joins the cluster's server, starting it where none runs. Throws StartError. */
export async function reach(search: Search): Promise<Held> {
  const { cluster, log, signal } = search
  const started = Date.now()
  let launched: Launched | null = null
  let attempts = 0
  let told = false
  while (Date.now() - started < PATIENCE) {
    const sight = await look(cluster)
    if (sight.state === 'held') return sight
    const lastWords = (await launched?.lastWords()) ?? null
    if (sight.state === 'absent' && (!launched || lastWords)) {
      if (attempts++ === ATTEMPTS) throw failed(cluster, lastWords)
      launched = await start(search)
    }
    if (!told && Date.now() - started > 5000) {
      told = true
      log.info('Waiting for the database to get ready')
    }
    await sleep(20, undefined, { signal })
  }
  throw failed(cluster, 'it did not get ready in five minutes')
}

function failed({ logFile }: Cluster, reason: string | null): StartError {
  return new StartError(`The database could not be started: ${reason}. Its log is ${logFile}.`)
}

async function start({ cluster, log, known }: Search): Promise<Launched> {
  if (known && !(await readIfThere(join(cluster.folder, 'PG_VERSION')))) {
    throw new Error(`${cluster.folder} is gone`)
  }
  const binaries = await findBinaries()
  const way = await initialize(cluster, binaries, log)
  return launch(cluster, await chooseAddress(cluster.folder, known), { binaries, way })
}

/** Makes the application's database where it is missing. */
export async function ensureDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (rowCount) return
  await client.query(`CREATE DATABASE ${DATABASE}`).catch(error => {
    // Another process made it meanwhile: "already exists", or its entry's unique index.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}
