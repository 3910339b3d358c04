import type { Patience } from '@/lib/db'

/** For many calls at once on a busy machine, the last of which gets its connection late. */
export const PATIENT: Patience = { connection: 60_000, query: 60_000 }
