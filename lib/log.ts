import { pino } from 'pino'
import { logLevel } from './env'

/** Structured log on standard output. Names below are never written, wherever they stand in an object. */
const HIDDEN = ['token', 'secret', 'password', 'jwt', 'ssa', 'authorization', 'cookie', 'client_secret']

export const log = pino({
  level: logLevel(),
  base: null,
  redact: { paths: HIDDEN.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
})

export type Log = Pick<typeof log, 'info' | 'warn' | 'error'>
