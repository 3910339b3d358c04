import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { staffRoles } from '@/lib/accounts/staff-roles'
import type { StaffRole } from '@/lib/context'
import { isHttps } from '@/lib/env'
import { runtime } from '@/lib/runtime'
import { tokenHash } from '@/lib/secrets'

/** The person behind the request's session cookie. */
export interface SignedIn {
  sessionId: string
  accountId: string
  name: string
  /** Verified, in lower case; null for a GitHub account without a verified address. */
  email: string | null
  staff: StaffRole[]
}

/** How old "last seen" may get: fresher would mean a write on every request. */
const SEEN_EVERY_MS = 3 * 60_000

/** Who is signed in, read from the database on every request: an ended session loses access at once. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  const { db } = runtime()
  const found = await db.session.findFirst({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date() } },
    select: { id: true, lastSeenAt: true, account: { select: { id: true, name: true, email: true } } },
  })
  if (!found) return null
  if (Date.now() - found.lastSeenAt.getTime() > SEEN_EVERY_MS) await noteSeen(found.id)
  const { id: accountId, name, email } = found.account
  return { sessionId: found.id, accountId, name, email, staff: await staffRoles(db, email) }
})

/** The cookie that next-auth sets; browsers accept the prefixed one over https alone. */
export function sessionCookieName(): string {
  return isHttps() ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
}

async function noteSeen(id: string): Promise<void> {
  const address = (await headers()).get('x-writ-address')
  await runtime().db.session.updateMany({ where: { id }, data: { lastSeenAt: new Date(), address } })
}
