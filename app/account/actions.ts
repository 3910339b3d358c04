'use server'

import { z } from 'zod'
import { renameAccount } from '@/lib/accounts/rename'
import { methodSchema, renameAccountSchema, sessionSchema } from '@/lib/accounts/schema'
import { endOtherSessions, endSession } from '@/lib/accounts/sessions'
import { turnOnEmailSignIn } from '@/lib/accounts/turn-on-email'
import { unlinkMethod } from '@/lib/accounts/unlink'
import { rememberLinking } from '@/lib/auth/visit'
import { accountAction } from '@/lib/http/action'
import { requireSession } from '@/lib/http/context'

const nothing = z.object({})

export const renameAction = accountAction(renameAccountSchema, renameAccount)

export const turnOnEmailAction = accountAction(nothing, turnOnEmailSignIn)

export const unlinkAction = accountAction(methodSchema, unlinkMethod)

/** Before leaving for GitHub: whoever comes back is linked to this account. */
export const startLinkingAction = accountAction(nothing, async () => rememberLinking(await requireSession()))

export const endSessionAction = accountAction(sessionSchema, endSession)

export const endOtherSessionsAction = accountAction(nothing, async ctx =>
  endOtherSessions(ctx, { keep: (await requireSession()).sessionId }),
)
