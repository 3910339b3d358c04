import type { Wire } from '@/components/ui/data-table'
import type { Role } from '@/lib/context'
import type { InvitationRow } from '@/lib/members/invitation'
import type { MemberRow } from '@/lib/members/list'
import type { Result } from '@/lib/result'

export type Member = Wire<MemberRow>
export type Invitation = Wire<InvitationRow>

/** What the person who looks may do with members. */
export interface Powers {
  invite: boolean
  change: boolean
  /** Make and touch owners. */
  own: boolean
  /** The person of a personal organization stays. */
  leave: boolean
}

/** The server actions of the page, bound to its organization. */
export interface MemberActions {
  invite: (input: { email: string; role: Role }) => Promise<Result<InvitationRow>>
  resend: (input: { id: string }) => Promise<Result<InvitationRow>>
  withdraw: (input: { id: string }) => Promise<Result<{ email: string }>>
  changeRole: (input: { accountId: string; role: Role }) => Promise<Result<unknown>>
  remove: (input: { accountId: string }) => Promise<Result<{ name: string }>>
  leave: (input: Record<string, never>) => Promise<Result<void>>
}

/** Owners are for owners to make and to touch. */
export function isTheirs({ own }: Powers, role: Role): boolean {
  return role !== 'OWNER' || own
}
