import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { ownPath } from '@/lib/accounts/own-path'
import { signInPath } from '@/lib/accounts/sign-in-path'
import { env, isHttps } from '@/lib/env'
import { authOptions } from './options'
import { currentVisit } from './visit'

export interface Route {
  params: Promise<{ nextauth: string[] }>
}

/** next-auth's answer for this visit. Where it refuses, the sign-in page is told where the visit wanted to go. */
export async function nextAuth(request: NextRequest, route: Route): Promise<Response> {
  const answer: Response = await NextAuth(request, route, authOptions(await currentVisit()))
  const error = refusalIn(answer.headers.get('location'))
  if (error) answer.headers.set('location', signInPath({ error, callbackUrl: wantedPath(request) }))
  return answer
}

/** The path of ours that this visit wanted to go to: next-auth keeps it in a cookie while somebody is at GitHub. */
export function wantedPath({ nextUrl, cookies }: NextRequest): string {
  const { WRIT_URL } = env()
  const kept = cookies.get(`${isHttps() ? '__Secure-' : ''}next-auth.callback-url`)
  return ownPath(nextUrl.searchParams.get('callbackUrl') ?? kept?.value, WRIT_URL)
}

/** What the sign-in page is to tell, when that is where the answer leads. */
function refusalIn(location: string | null): string | null {
  if (location === null) return null
  const { origin } = new URL(env().WRIT_URL)
  const url = new URL(location, origin)
  return url.origin === origin && url.pathname === '/sign-in' ? url.searchParams.get('error') : null
}

export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
