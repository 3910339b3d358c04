import type { NextRequest } from 'next/server'
import { signInPath } from '@/lib/accounts/sign-in-path'
import { env } from '@/lib/env'
import { orOutagePage } from '@/lib/http/outage'
import { nextAuth, type Route, seeOther, wantedPath } from './next-auth'
import { currentSession } from './session'
import { spendLink } from './spend-link'
import { clearLinkCookie, currentVisit } from './visit'

/** What of next-auth is open to the network. Links are sent, and people signed out, by our own verbs. */
const OPEN = {
  GET: ['csrf', 'signin', 'callback/github'],
  POST: ['signin/github'],
}

/** next-auth's own paths, and the one that spends a sign-in link. */
export function handleAuth(request: NextRequest, route: Route): Promise<Response> {
  return orOutagePage(() => dispatch(request, route))
}

async function dispatch(request: NextRequest, route: Route): Promise<Response> {
  const posted = request.method === 'POST'
  const path = (await route.params).nextauth.join('/')
  // next-auth would write into a header what stands in the address.
  if (path === 'error' && !posted) return seeOther(backTo(request, errorIn(request)))
  if (path === 'callback/email') return posted ? spendLink(request, route) : confirmFirst(request)
  if (!(posted ? OPEN.POST : OPEN.GET).includes(path)) return new Response('Not found.\n', { status: 404 })
  return path.endsWith('/github') ? gitHub(request, route) : nextAuth(request, route)
}

/** Whoever merely opens the address, as mail scanners do, is led to the page with the button. */
function confirmFirst(request: NextRequest): Response {
  return seeOther(`/sign-in/confirm${request.nextUrl.search}`)
}

async function gitHub(request: NextRequest, route: Route): Promise<Response> {
  if (!env().GITHUB_ID) return seeOther(backTo(request, 'NotConfigured'))
  if (request.nextUrl.searchParams.get('error') === 'access_denied') return denied(request)
  const answer = await nextAuth(request, route)
  // Back from GitHub, or leaving from the sign-in page: an older wish to link is over.
  if (request.method === 'GET' || !(await currentSession())) clearLinkCookie(answer.headers)
  return answer
}

async function denied(request: NextRequest): Promise<Response> {
  const { linking } = await currentVisit()
  const answer = seeOther(linking ? '/account?error=GitHubDenied' : backTo(request, 'GitHubDenied'))
  clearLinkCookie(answer.headers)
  return answer
}

/** A code of next-auth's, which has letters alone. */
function errorIn({ nextUrl }: NextRequest): string {
  return /^[A-Za-z]{1,40}$/.exec(nextUrl.searchParams.get('error') ?? '')?.[0] ?? 'Default'
}

/** The sign-in page with this message, which leads on to where the visit wanted to go. */
function backTo(request: NextRequest, error: string): string {
  return signInPath({ error, callbackUrl: wantedPath(request) })
}
