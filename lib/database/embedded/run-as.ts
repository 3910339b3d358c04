import { execFile, type SpawnOptions } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The environment of PostgreSQL's programs: nothing of ours, so no PG* variable or locale leaks in. */
export const cleanEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** How to run a program of PostgreSQL, which refuses to run as root. */
export interface RunAs {
  name: string
  /** Who must own the files of the cluster; null where they are ours anyway. */
  owner: { uid: number; gid: number } | null
  /** Goes before the program and its arguments. */
  prefix: string[]
  identity: Pick<SpawnOptions, 'uid' | 'gid'>
}

const asMyself: RunAs = { name: 'this account', owner: null, prefix: [], identity: {} }

/**
 * The ways to run PostgreSQL from this process, best first. As root: a user namespace, which keeps every file
 * root's and needs no account; a plain account; an account that may pass directories only root may enter.
 */
export async function waysToRun(): Promise<RunAs[]> {
  if (process.getuid?.() !== 0) return [asMyself]
  const accounts = (await Promise.all(ACCOUNTS.map(lookUp))).filter(found => found !== null)
  return [
    ...accounts.slice(0, 1).map(inNamespace),
    ...accounts.map(asAccount),
    ...accounts.slice(0, 1).map(asTrustedAccount),
  ]
}

const ACCOUNTS = ['postgres', '_postgres', 'nobody']

interface Account {
  name: string
  uid: number
  gid: number
}

async function lookUp(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(flag => run('id', [flag, name])))
    if (!uid || !gid) return null
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

// Inside, root's files look like this account's; outside, the server stays root without its powers.
// The account must be one with an entry in the user database: initdb asks for its name.
function inNamespace({ name, uid, gid }: Account): RunAs {
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--']
  return { name: `root, seen as ${name}`, owner: { uid: 0, gid: 0 }, prefix, identity: {} }
}

function asAccount({ name, uid, gid }: Account): RunAs {
  return { name, owner: { uid, gid }, prefix: [], identity: { uid, gid } }
}

// Containers often forbid namespaces but leave root this capability; it lets the account reach its own
// cluster and the programs below, say, /root.
function asTrustedAccount({ name, uid, gid }: Account): RunAs {
  const power = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override']
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...power, '--']
  return { name: `${name}, with leave to pass directories`, owner: { uid, gid }, prefix, identity: {} }
}

/** The command line and the identity with which `spawn` runs this program that way. */
export function commandLine(way: RunAs, program: string, args: string[]): [string, string[]] {
  const [first = program, ...rest] = [...way.prefix, program, ...args]
  return [first, rest]
}

/** Whether PostgreSQL runs this way and can write into this directory. */
export async function works(way: RunAs, postgres: string, folder: string): Promise<boolean> {
  const check = '[ "$(id -u)" != 0 ] && "$1" --version && cd "$2" && : > .writable && rm .writable'
  const [file, args] = commandLine(way, '/bin/sh', ['-c', check, 'sh', postgres, folder])
  return run(file, args, { ...way.identity, cwd: '/', env: cleanEnvironment }).then(
    () => true,
    () => false,
  )
}
