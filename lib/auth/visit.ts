import { cookies, headers } from 'next/headers'
import type { Ctx } from '@/lib/context'
import { visitorCtx } from '@/lib/http/context'
import { currentSession, type SignedIn, sessionCookieName } from './session'

/** One browser on its way in. */
export interface Visit {
  ctx: Ctx
  userAgent: string | null
  /** The session cookie that the browser has already, whatever it is worth. */
  sessionToken: string | null
  /** The person who asked, in this very session, to link a GitHub user. */
  linking: SignedIn | null
}

/** Set when a signed-in person chooses to link, and read when GitHub sends them back: the id of their session. */
export const LINK_COOKIE = 'writ.link'
export const LINK_COOKIE_SECONDS = 15 * 60

export async function currentVisit(): Promise<Visit> {
  const jar = await cookies()
  const session = await currentSession()
  const asked = session !== null && jar.get(LINK_COOKIE)?.value === session.sessionId
  return {
    ctx: await visitorCtx(),
    userAgent: (await headers()).get('user-agent'),
    sessionToken: jar.get(sessionCookieName())?.value ?? null,
    linking: asked ? session : null,
  }
}

/** The wish to link lasts for one trip to GitHub. */
export function clearLinkCookie(headers: Headers): void {
  headers.append('set-cookie', `${LINK_COOKIE}=; Path=/api/auth; Max-Age=0; HttpOnly; SameSite=Lax`)
}
