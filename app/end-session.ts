import { cookies } from 'next/headers'
import { z } from 'zod'
import { endSession } from '@/lib/accounts/sessions'
import { sessionCookieName } from '@/lib/auth/session'
import { accountAction } from '@/lib/http/action'
import { requireSession } from '@/lib/http/context'

const endThisSession = accountAction(z.object({}), async ctx =>
  endSession(ctx, { id: (await requireSession()).sessionId }),
)

/** Ends this browser's session; the cookie goes also when the session had ended already. For server actions. */
export async function endOwnSession(): Promise<void> {
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
}
