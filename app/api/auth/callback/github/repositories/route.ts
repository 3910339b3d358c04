import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { takeConsent } from '@/app/consent-cookie'
import { repositoryPath } from '@/components/repositories/paths'
import { signInPath } from '@/lib/accounts/sign-in-path'
import { currentSession } from '@/lib/auth/session'
import { accountCtx, visitorCtx } from '@/lib/http/context'
import { orOutagePage } from '@/lib/http/outage'
import { openConsent } from '@/lib/repositories/consent'
import { finishConsent } from '@/lib/repositories/finish-consent'
import { consentAnswerSchema } from '@/lib/repositories/schema'

/** Where GitHub leads a person back to who was asked for access to their repositories. */
export function GET(request: NextRequest): Promise<Response> {
  return orOutagePage(() => finish(request))
}

async function finish(request: NextRequest): Promise<never> {
  const answer = consentAnswerSchema.parse(Object.fromEntries(request.nextUrl.searchParams))
  const sealed = await takeConsent()
  // Whoever is signed out meanwhile starts again; GitHub's answer is worth nothing to anybody else.
  if (!(await currentSession())) redirect(signInPath({ callbackUrl: await leftFrom(sealed) }))
  const { organizationId, problem } = await finishConsent(await accountCtx(), { ...answer, sealed })
  redirect(organizationId === null ? '/' : repositoryPath(organizationId, problem))
}

/** The page where the person chose to go to GitHub. */
async function leftFrom(sealed: string): Promise<string> {
  const consent = openConsent((await visitorCtx()).secrets, sealed)
  return consent ? repositoryPath(consent.organizationId) : '/'
}
