'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { endSession } from '@/lib/accounts/sessions'
import { sessionCookieName } from '@/lib/auth/session'
import { accountAction } from '@/lib/http/action'
import { requireSession } from '@/lib/http/context'

const endThisSession = accountAction(z.object({}), async ctx =>
  endSession(ctx, { id: (await requireSession()).sessionId }),
)

/** Ends this browser's session and leads to the sign-in page, also when the session had ended already. */
export async function signOut(): Promise<void> {
  await endThisSession({})
  const name = sessionCookieName()
  const jar = await cookies()
  jar.set(name, '', {
    maxAge: 0,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: name.startsWith('__Secure-'),
  })
  redirect('/sign-in')
}
