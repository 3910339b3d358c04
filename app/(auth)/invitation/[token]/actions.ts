'use server'

import { redirect } from 'next/navigation'
import { endOwnSession } from '@/app/end-session'
import type { AcceptState } from '@/components/members/accept-form'
import { accountAction } from '@/lib/http/action'
import { acceptInvitation } from '@/lib/members/accept'
import { invitationTokenSchema } from '@/lib/members/schema'
import { organizationPath } from '@/lib/organizations/path'
import { signInFirst } from './paths'

const accept = accountAction(invitationTokenSchema, acceptInvitation)

export async function acceptAction(_before: AcceptState, form: FormData): Promise<AcceptState> {
  const token = String(form.get('token') ?? '')
  const accepted = await accept({ token })
  if (accepted.ok) redirect(organizationPath(accepted.data.organization.id))
  if (accepted.error.code === 'UNAUTHENTICATED') redirect(signInFirst(token))
  return { problem: accepted.error }
}

/** Signs out, and leads through signing in back to the invitation. */
export async function switchAccountAction(form: FormData): Promise<void> {
  await endOwnSession()
  redirect(signInFirst(String(form.get('token') ?? '')))
}
