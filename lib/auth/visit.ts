import { cookies, headers } from 'next/headers'
import type { Ctx } from '@/lib/context'
import { isHttps } from '@/lib/env'
import { visitorCtx } from '@/lib/http/context'
import { currentSession, type SignedIn, sessionCookieName } from './session'

/** One browser on its way in. */
export interface Visit {
  ctx: Ctx
  userAgent: string | null
  /** The session cookie that the browser has already, whatever it is worth. */
  sessionToken: string | null
  /** Set when this browser left to link a GitHub user: to whom, unless that session has ended meanwhile. */
  linking: { person: SignedIn | null } | null
}

/** Set when a signed-in person chooses to link, and read when GitHub sends them back: the id of their session. */
const LINK_COOKIE = 'writ.link'
const LINK_COOKIE_SECONDS = 15 * 60

/** Remembers, for one trip to GitHub, that this session wants to link. */
export async function rememberLinking({ sessionId }: SignedIn): Promise<void> {
  const jar = await cookies()
  jar.set(LINK_COOKIE, sessionId, {
    path: '/api/auth',
    maxAge: LINK_COOKIE_SECONDS,
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
  })
}

export async function currentVisit(): Promise<Visit> {
  const jar = await cookies()
  const session = await currentSession()
  const linkingSession = jar.get(LINK_COOKIE)?.value
  return {
    ctx: await visitorCtx(),
    userAgent: (await headers()).get('user-agent'),
    sessionToken: jar.get(sessionCookieName())?.value ?? null,
    linking: linkingSession ? { person: session?.sessionId === linkingSession ? session : null } : null,
  }
}

/** The wish to link lasts for one trip to GitHub. */
export function clearLinkCookie(headers: Headers): void {
  headers.append('set-cookie', `${LINK_COOKIE}=; Path=/api/auth; Max-Age=0; HttpOnly; SameSite=Lax`)
}
