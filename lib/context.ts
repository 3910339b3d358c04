import type { Pool } from 'pg'
import type { Clock } from './clock'
import type { Db } from './db'
import type { Secrets } from './secrets'

export type Role = 'OWNER' | 'ADMIN' | 'VIEWER'
export type StaffRole = 'OPERATOR' | 'SALES'

/** Who acts. A `user` acts as a member of the context's organization; a `staff` member on the installation. */
export type Actor =
  | { kind: 'user'; accountId: string; name: string; role: Role | null }
  | { kind: 'staff'; accountId: string; name: string; roles: StaffRole[] }
  | { kind: 'client'; clientId: string; name: string; scopes: string[] }
  | { kind: 'system'; name: string }

/** Everything a verb may know about its caller. Identity never comes from input. */
export interface Ctx {
  actor: Actor
  /** The tenant of this call; null outside any organization. */
  organization: { id: string; name: string } | null
  db: Db
  /** The connections under `db`, for the hot statements of `lib/<noun>/hot.ts` alone. */
  pool: Pool
  secrets: Secrets
  /** `WRIT_URL`, the `iss` of everything signed here. */
  issuer: string
  clock: Clock
  requestId: string
  /** The caller's network address, where there is one. */
  address: string | null
}

/** A context inside an organization, as most verbs want it. */
export type OrgCtx = Ctx & { organization: { id: string; name: string } }

/** A call by an API client. Without an organization it is a platform client, which may act in any. */
export type ClientCtx = Ctx & { actor: Extract<Actor, { kind: 'client' }> }
