import { NextRequest } from 'next/server'
import { signInLinkState } from '@/lib/accounts/link-token'
import { ownPath } from '@/lib/accounts/own-path'
import { signInPath } from '@/lib/accounts/sign-in-path'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { visitorCtx } from '@/lib/http/context'
import { plainPage } from '@/lib/http/plain-page'
import { takeFromLimit } from '@/lib/limits/take'
import { tokenHash } from '@/lib/secrets'
import { nextAuth, type Route, seeOther } from './next-auth'
import { once } from './once'

const WINDOW_SECONDS = 15 * 60
const TRIES_PER_ADDRESS = 30
const BACK = 'Go to the sign-in page'

/**
 * The button of the confirm page. Of two clicks the browser shows the answer to the second, so all posts of one view
 * of that page get one answer. next-auth checks no origin here, so that is done first.
 */
export async function spendLink(request: NextRequest, route: Route): Promise<Response> {
  const ctx = await visitorCtx()
  if (request.headers.get('origin') !== new URL(ctx.issuer).origin) return wrongOrigin(ctx)
  const form = await request.formData().catch(() => new FormData())
  const field = (name: string) => String(form.get(name) ?? '')
  const link = {
    token: field('token'),
    email: field('email'),
    callbackUrl: ownPath(field('callbackUrl'), ctx.issuer),
  }
  const key = tokenHash(JSON.stringify([link, field('view')]))
  return once(key, () => trySpending(ctx, { link, request, route }))
}

interface Attempt {
  link: { token: string; email: string; callbackUrl: string }
  request: NextRequest
  route: Route
}

async function trySpending(ctx: Ctx, { link, request, route }: Attempt): Promise<Response> {
  const { callbackUrl } = link
  const refusal = await tooManyTries(ctx, signInPath({ callbackUrl }))
  if (refusal) return refusal
  switch (await signInLinkState(ctx, link)) {
    case 'expired':
      return seeOther(signInPath({ callbackUrl, error: 'LinkExpired' }))
    case 'spent':
      return seeOther(signInPath({ callbackUrl, error: 'LinkSpent' }))
    case 'fresh':
      return nextAuth(asCallback(ctx, { link, request }), route)
  }
}

/** next-auth's callback reads the query of a GET, and nothing that was posted. */
function asCallback(ctx: Ctx, { link, request }: Omit<Attempt, 'route'>): NextRequest {
  const url = new URL('/api/auth/callback/email', ctx.issuer)
  url.search = new URLSearchParams(link).toString()
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.delete('content-type')
  return new NextRequest(url, { headers })
}

async function tooManyTries(ctx: Ctx, href: string): Promise<Response | null> {
  try {
    await takeFromLimit(ctx, {
      key: `sign-in-try:from:${ctx.address}`,
      limit: TRIES_PER_ADDRESS,
      windowSeconds: WINDOW_SECONDS,
      message: 'Too many sign-in links were tried from your network.',
    })
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { message: text, retryAfter } = error
    return plainPage({ status: 429, title: 'Too many tries', text, link: { href, label: BACK }, retryAfter })
  }
}

function wrongOrigin({ issuer }: Ctx): Promise<Response> {
  return plainPage({
    status: 403,
    title: 'This did not come from Writ',
    text: `Signing in works only from the pages of ${new URL(issuer).origin}. Open the link in your mail again and press its button.`,
    link: { href: signInPath(), label: BACK },
  })
}
