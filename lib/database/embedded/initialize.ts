import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Log } from '@/lib/log'
import { StartError } from '../start-error'
import type { Binaries } from './binaries'
import { type Cluster, USER } from './cluster'
import { hasCode, readIfThere } from './files'
import { isAlive } from './processes'
import { cleanEnvironment, commandLine, type RunAs, waysToRun, works } from './run-as'

const run = promisify(execFile)
const VERSION = '18'

/**
 * Sees that the cluster is there and returns how to run its server. Several processes may do this at once: each
 * makes a cluster of its own aside, and the first to move it into place wins. Throws StartError.
 */
export async function initialize(cluster: Cluster, binaries: Binaries, log: Log): Promise<RunAs> {
  const version = (await readIfThere(join(cluster.folder, 'PG_VERSION')))?.trim()
  if (version && version !== VERSION) {
    throw new StartError(
      `${cluster.folder} was made by PostgreSQL ${version}, and Writ brings ${VERSION}. Run it with the Writ that made it, or serve it yourself and name it in DATABASE_URL.`,
    )
  }
  const draft = await makeDraft(cluster)
  try {
    const way = await chooseWay(cluster, binaries, draft)
    if (version) await giveTo(way, cluster.folder)
    else await create({ cluster, binaries, draft, way, log })
    return way
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function makeDraft({ dataDir }: Cluster): Promise<string> {
  await removeAbandoned(dataDir)
  const draft = join(dataDir, `postgres.new.${process.pid}.${randomBytes(3).toString('hex')}`)
  await mkdir(draft, { mode: 0o700 })
  return draft
}

async function removeAbandoned(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = /^postgres\.new\.(\d+)\./.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}

// The owner of an existing cluster decides; a cluster that cannot be run that way here is given to another account.
async function chooseWay(cluster: Cluster, binaries: Binaries, draft: string): Promise<RunAs> {
  const owner = await stat(cluster.folder).catch(() => null)
  const all = await waysToRun()
  const ways = owner ? [...all.filter(fits(owner.uid)), ...all.filter(way => !fits(owner.uid)(way))] : all
  for (const way of ways) {
    if (!way.owner) return way
    await chown(draft, way.owner.uid, way.owner.gid)
    if (await works(way, binaries.postgres, draft)) return way
  }
  throw new StartError(
    'PostgreSQL refuses to run as root, and no other account here can reach its files. Start Writ as an ordinary user who owns this directory, or name a PostgreSQL in DATABASE_URL.',
  )
}

const fits = (uid: number) => (way: RunAs) => way.owner?.uid === uid

async function giveTo(way: RunAs, folder: string): Promise<void> {
  const { uid } = await stat(folder)
  if (way.owner && way.owner.uid !== uid) {
    await run('chown', ['-R', `${way.owner.uid}:${way.owner.gid}`, folder])
  }
  if (!way.owner && uid !== process.getuid?.()) {
    throw new StartError(
      `${folder} belongs to another account (number ${uid}). Start Writ as that account, or name another directory in WRIT_DATA.`,
    )
  }
}

interface Creation {
  cluster: Cluster
  binaries: Binaries
  draft: string
  way: RunAs
  log: Log
}

async function create({ cluster, binaries, draft, way, log }: Creation): Promise<void> {
  log.info(`Making the database in ${cluster.folder}`)
  const made = join(draft, 'cluster')
  const passwordFile = join(draft, 'password')
  await writeFile(passwordFile, cluster.password, { mode: 0o600 })
  if (way.owner) await chown(passwordFile, way.owner.uid, way.owner.gid)
  const options = [
    '-D',
    made,
    '-U',
    USER,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ]
  // Sorted by code point whatever the machine, and upper and lower case of every script.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const sync = cluster.durable ? [] : ['--no-sync']
  const [file, args] = commandLine(way, binaries.initdb, [...options, ...locale, ...sync])
  await run(file, args, { ...way.identity, cwd: '/', env: cleanEnvironment }).catch(explainInitdb)
  await rename(made, cluster.folder).catch(error => {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
  })
  const parent = await open(cluster.dataDir)
  await parent.sync()
  await parent.close()
}

function explainInitdb(error: Error & { stderr?: string }): never {
  const reason = error.stderr?.split('\n').find(line => line.includes('error:')) ?? error.message
  throw new StartError(`The database could not be made: ${reason.replace(/^initdb: error: /, '')}`)
}
