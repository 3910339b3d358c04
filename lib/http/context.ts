import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { cache } from 'react'
import { currentSession, type SignedIn } from '@/lib/auth/session'
import type { Ctx, OrgCtx } from '@/lib/context'
import { AppError, notFound } from '@/lib/errors'
import { contextOf, runtime } from '@/lib/runtime'
import { isStorable } from '@/lib/storable'

/** The signed-in person; throws UNAUTHENTICATED. */
export async function requireSession(): Promise<SignedIn> {
  const session = await currentSession()
  if (!session) throw new AppError('UNAUTHENTICATED', 'Your session has ended. Sign in again.')
  return session
}

/** The id that `server.ts` gave this request; it stands in the log, in the audit trail and in error messages. */
export async function requestId(): Promise<string> {
  return (await headers()).get('x-request-id') ?? randomUUID()
}

async function common() {
  const address = (await headers()).get('x-writ-address')
  return contextOf(runtime(), { requestId: await requestId(), address })
}

/** Somebody who is not signed in yet: for the sign-in pages and next-auth alone. */
export async function visitorCtx(): Promise<Ctx> {
  return { ...(await common()), actor: { kind: 'system', name: 'sign-in' }, organization: null }
}

/** A person outside any organization: their own account, their organizations. */
export async function accountCtx(): Promise<Ctx> {
  const { accountId, name } = await requireSession()
  return { ...(await common()), actor: { kind: 'user', accountId, name, role: null }, organization: null }
}

/** A person as a member of the organization in the URL. Not a member: NOT_FOUND, as if it did not exist. */
export const organizationCtx = cache(async (param: string): Promise<OrgCtx> => {
  const { accountId, name } = await requireSession()
  const base = await common()
  const member = await base.db.member.findFirst({
    where: { accountId, organization: { foldedId: decoded(param).toLowerCase() } },
    select: { role: true, organization: { select: { id: true, name: true } } },
  })
  if (!member) throw notFound('This organization')
  const actor = { kind: 'user' as const, accountId, name, role: member.role }
  return { ...base, actor, organization: member.organization }
})

/** A folder name of the address, which anybody may have typed. */
function decoded(param: string): string {
  try {
    const id = decodeURIComponent(param)
    if (isStorable(id)) return id
  } catch {
    // Told below, like every other address that is none.
  }
  throw notFound('This organization')
}

/** A person as staff of the installation. Without a platform role: NOT_FOUND. */
export async function staffCtx(): Promise<Ctx> {
  const { accountId, name, staff } = await requireSession()
  if (staff.length === 0) throw notFound('This page')
  return { ...(await common()), actor: { kind: 'staff', accountId, name, roles: staff }, organization: null }
}
