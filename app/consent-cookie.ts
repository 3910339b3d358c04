import { cookies } from 'next/headers'
import { isHttps } from '@/lib/env'
import { CONSENT_CALLBACK, CONSENT_SECONDS } from '@/lib/repositories/consent'

const COOKIE = 'writ.repositories'

/** Keeps, for one trip to GitHub, what the browser must bring back. */
export async function keepConsent(sealed: string): Promise<void> {
  const jar = await cookies()
  jar.set(COOKIE, sealed, {
    path: CONSENT_CALLBACK,
    maxAge: CONSENT_SECONDS,
    httpOnly: true,
    // GitHub leads back by a link: a strict cookie would stay behind.
    sameSite: 'lax',
    secure: isHttps(),
  })
}

/** What the browser brought back, which works once; empty for nothing. */
export async function takeConsent(): Promise<string> {
  const jar = await cookies()
  const sealed = jar.get(COOKIE)?.value ?? ''
  jar.delete({ name: COOKIE, path: CONSENT_CALLBACK })
  return sealed
}
