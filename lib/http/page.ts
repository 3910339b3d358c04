import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { signInPath } from '@/lib/accounts/sign-in-path'
import type { Ctx, OrgCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { accountCtx, organizationCtx, staffCtx } from './context'
import { tellingOutages } from './outage'

/** For pages inside an organization: sign-in page, not-found page or forbidden page instead of an exception. */
export async function organizationPage<T>(org: string, load: (ctx: OrgCtx) => Promise<T>): Promise<T> {
  return onPage(async () => load(await organizationCtx(org)))
}

/** For pages of a person's own account. */
export async function accountPage<T>(load: (ctx: Ctx) => Promise<T>): Promise<T> {
  return onPage(async () => load(await accountCtx()))
}

/** For pages of the Console. */
export async function staffPage<T>(load: (ctx: Ctx) => Promise<T>): Promise<T> {
  return onPage(async () => load(await staffCtx()))
}

/** For pages that anyone may open. */
export async function openPage<T>(load: () => Promise<T>): Promise<T> {
  return onPage(load)
}

async function onPage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await tellingOutages(work)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    switch (error.code) {
      case 'UNAUTHENTICATED':
        return redirect(signInPath({ callbackUrl: await ownPath() }))
      case 'FORBIDDEN':
        return forbidden()
      case 'NOT_FOUND':
      case 'INVALID':
        return notFound()
      default:
        throw error
    }
  }
}

/** `server.ts` tells pages their own path, so that signing in leads back to it. */
async function ownPath(): Promise<string> {
  return (await headers()).get('x-writ-path') ?? '/'
}
