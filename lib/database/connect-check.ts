import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { StartError } from './start-error'

const OLDEST = 14
const PATIENCE = 30_000

/** Sees that `DATABASE_URL` leads to a PostgreSQL 14 or newer. Throws StartError with what to do. */
export async function checkConnection(url: string): Promise<void> {
  const place = describe(url)
  const major = await serverVersion(url, place)
  if (major < OLDEST) {
    throw new StartError(
      `The server at ${place} is PostgreSQL ${major}. Writ needs ${OLDEST} or newer: name another one in DATABASE_URL.`,
    )
  }
}

// Never the address as it stands: it holds a password.
function describe(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || !isEncoded(parsed)) {
    throw new StartError('DATABASE_URL must look like postgresql://user:password@host:5432/database.')
  }
  return parsed.searchParams.get('host') ?? parsed.host
}

function isEncoded({ username, pathname }: URL): boolean {
  try {
    return Boolean(decodeURIComponent(username + pathname))
  } catch {
    return false
  }
}

async function serverVersion(url: string, place: string): Promise<number> {
  for (const started = Date.now(); ; await sleep(500)) {
    try {
      return await askVersion(url)
    } catch (error) {
      const isStarting = codeOf(error) === '57P03' && Date.now() - started < PATIENCE
      if (!isStarting) throw new StartError(explain(error, { place, ...names(url) }))
    }
  }
}

async function askVersion(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version_num') AS version`,
    )
    return Math.floor(Number(rows[0]?.version) / 10_000)
  } finally {
    await client.end()
  }
}

interface Target {
  place: string
  user: string
  database: string
}

function names(url: string): Omit<Target, 'place'> {
  const { username, pathname } = new URL(url)
  return { user: decodeURIComponent(username), database: decodeURIComponent(pathname.slice(1)) }
}

function explain(error: unknown, { place, user, database }: Target): string {
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ENOENT connect':
      return `No PostgreSQL listens at ${place}. Start it, or correct DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${place} is not known. Correct DATABASE_URL.`
    case '28P01':
    case '28000':
      return `PostgreSQL at ${place} refuses the user "${user}" or its password. Correct DATABASE_URL.`
    case '3D000':
      return `PostgreSQL at ${place} has no database "${database}". Create it, or correct DATABASE_URL.`
    case '53300':
      return `PostgreSQL at ${place} has no connection left. Raise its max_connections.`
    default:
      return `PostgreSQL at ${place} cannot be reached: ${messageOf(error)}. Check DATABASE_URL.`
  }
}

function codeOf(error: unknown): string {
  // A name with several addresses fails with one error for each.
  const first = error instanceof AggregateError ? error.errors[0] : error
  if (!(first instanceof Error) || !('code' in first)) return ''
  // No socket there; the same code says that a certificate's file is missing.
  if ('syscall' in first && first.code === 'ENOENT') return `ENOENT ${first.syscall}`
  return String(first.code)
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error)
}
