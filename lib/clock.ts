/** Where verbs read the time. Tests turn it; the program uses `systemClock`. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** Whole seconds since 1970, as JWT claims count them (RFC 7519 NumericDate). */
export function epochSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}
