// Apart from schema.ts, so that a screen that lists them does not load what parses them.

/** The algorithms (RFC 7518 §3.1) that a key of ours may sign with. */
export const SIGNING_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384'] as const
