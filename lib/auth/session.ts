import { cookies } from 'next/headers'
import { cache } from 'react'
import type { StaffRole } from '@/lib/context'
import { env } from '@/lib/env'
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

/** Who is signed in, read from the database on every request: an ended session loses access at once. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  const found = await runtime().db.session.findFirst({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date() } },
    select: { id: true, account: { select: { id: true, name: true, email: true } } },
  })
  if (!found) return null
  const { id: accountId, name, email } = found.account
  return { sessionId: found.id, accountId, name, email, staff: await staffRolesOf(email) }
})

/** The cookie that next-auth sets; browsers accept the prefixed one over https alone. */
export function sessionCookieName(): string {
  const secure = env().WRIT_URL.startsWith('https:')
  return secure ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
}

async function staffRolesOf(email: string | null): Promise<StaffRole[]> {
  if (!email) return []
  const grants = await runtime().db.staffGrant.findMany({ where: { email }, select: { role: true } })
  const roles = new Set<StaffRole>(grants.map(grant => grant.role))
  if (env().WRIT_OPERATORS.includes(email)) roles.add('OPERATOR')
  if (env().WRIT_SALES.includes(email)) roles.add('SALES')
  return [...roles]
}
