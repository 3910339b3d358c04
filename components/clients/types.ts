import type { Wire } from '@/components/ui/data-table'
import type { ClientWithSecret } from '@/lib/clients/create'
import type { ScopeChoice } from '@/lib/clients/offer'
import type { ClientId, CreateClientInput } from '@/lib/clients/schema'
import type { ClientView } from '@/lib/clients/view'
import type { Result } from '@/lib/result'

export type Client = Wire<ClientView>

/** What the person who looks may do with clients. */
export interface ClientPowers {
  /** What a new client may be given; null for those who may not make one. */
  scopes: ScopeChoice[] | null
  rotate: boolean
  delete: boolean
}

/** The server actions of the page. */
export interface ClientActions {
  create: (input: CreateClientInput) => Promise<Result<ClientWithSecret>>
  rotate: (input: ClientId) => Promise<Result<ClientWithSecret>>
  remove: (input: ClientId) => Promise<Result<void>>
}

/** Whose clients they are; null: the platform's own. */
export type ClientsOf = { id: string; name: string } | null
