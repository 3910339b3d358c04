import { pino } from 'pino'
import { logLevel } from './env'
import { isUnreachable } from './unreachable'

/** Structured log on standard output. Names below are never written, wherever they stand in an object. */
const HIDDEN = ['token', 'secret', 'password', 'jwt', 'ssa', 'authorization', 'cookie', 'client_secret']

export const log = pino({
  level: logLevel(),
  base: null,
  redact: { paths: HIDDEN.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
})

export type Log = Pick<typeof log, 'info' | 'warn' | 'error'>

/** An error as a fact to log: with its trace, or as one line while the database is away and everything fails alike. */
export function faultOf(error: unknown): { err: unknown } | { reason: string } {
  return isUnreachable(error) ? { reason: lastLine(error) } : { err: error }
}

/** Prisma says above it what was asked for. */
function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message.trimEnd().split('\n').at(-1) : ''
  return text || String(Object(error).code)
}
