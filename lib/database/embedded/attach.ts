import { type Client, DatabaseError } from 'pg'
import { StartError } from '../start-error'
import { type Address, clientFor } from './address'
import type { Cluster } from './cluster'
import { disown, isServer, readPidFile } from './pid-file'

/** What stands in the cluster's directory: a server we hold, one that starts or stops, or none. */
export type Sight =
  | { state: 'held'; client: Client; address: Address }
  | { state: 'busy' }
  | { state: 'absent' }

// "WRIT" in ASCII. Held shared by every process that uses the server, and alone by the one that may stop it.
const OWNER_LOCK = 0x57524954

/** Looks for the cluster's server and, where one answers, joins those who use it. Throws StartError. */
export async function look(cluster: Cluster): Promise<Sight> {
  const found = await readPidFile(cluster.folder)
  if (!found) return { state: 'absent' }
  const running = await isServer(found.pid, cluster.folder)
  if (running && !found.address) return { state: 'busy' }
  const client = running && found.address ? await join(cluster, found.address) : null
  if (client && found.address) return { state: 'held', client, address: found.address }
  if (running) return { state: 'busy' }
  await disown(cluster.folder, found)
  return { state: 'absent' }
}

// Null when the server does not take connections now, or stopped while we waited for the lock.
async function join(cluster: Cluster, address: Address): Promise<Client | null> {
  const client = clientFor(cluster, address)
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock_shared($1)', [OWNER_LOCK])
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    if (rows[0]?.data_directory !== cluster.folder) throw wrongServer(cluster)
    return client
  } catch (error) {
    await client.end().catch(() => {})
    if (error instanceof StartError) throw error
    if (error instanceof DatabaseError && error.code === '28P01') throw wrongPassword(cluster)
    return null
  }
}

function wrongServer({ folder }: Cluster): StartError {
  return new StartError(
    `Another directory's server answers for ${folder}. Stop that server, then start again.`,
  )
}

function wrongPassword({ dataDir }: Cluster): StartError {
  return new StartError(
    `The database in ${dataDir} does not accept the password in postgres.password beside it. Put the file back that belongs to it.`,
  )
}

/** Leaves the server; true when nobody else uses it, so that the caller must stop it. */
export async function leave(client: Client): Promise<boolean> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [OWNER_LOCK])
  const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [
    OWNER_LOCK,
  ])
  return rows[0]?.last === true
}
