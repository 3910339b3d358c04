import type { Clock } from './clock'
import type { Ctx } from './context'
import type { Database } from './db'
import type { Secrets } from './secrets'

/** What start-up made and every part of the process shares. */
export interface Runtime extends Database {
  secrets: Secrets
  /** `WRIT_URL`: the issuer of statements and tokens, without a trailing slash. */
  issuer: string
  /** The system's, except in tests. */
  clock: Clock
}

// The machine door and Next's bundle each load their own copy of this module: the global is what they share.
const slot: { writRuntime?: Runtime } = globalThis as { writRuntime?: Runtime }

export function setRuntime(runtime: Runtime): void {
  slot.writRuntime = runtime
}

/** Throws before start-up has finished. */
export function runtime(): Runtime {
  if (!slot.writRuntime) throw new Error('Writ has not started in this process yet.')
  return slot.writRuntime
}

/** What every context takes from the process and from the call; who acts, and where, its door adds. */
export function contextOf(
  { db, pool, secrets, issuer, clock }: Runtime,
  { requestId, address }: Pick<Ctx, 'requestId' | 'address'>,
): Omit<Ctx, 'actor' | 'organization'> {
  return { db, pool, secrets, issuer, clock, requestId, address }
}
