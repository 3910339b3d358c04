'use server'

import { redirect } from 'next/navigation'
import type { SendLinkState } from '@/components/accounts/email-form'
import { signInLinkSchema } from '@/lib/accounts/schema'
import { sendSignInLink } from '@/lib/accounts/send-link'
import { visitorAction } from '@/lib/http/action'

const send = visitorAction(signInLinkSchema, sendSignInLink)

export async function sendLinkAction(_before: SendLinkState, form: FormData): Promise<SendLinkState> {
  const email = String(form.get('email') ?? '')
  const callbackUrl = String(form.get('callbackUrl') ?? '')
  const sent = await send({ email, callbackUrl })
  if (!sent.ok) return { problem: sent.error, email }
  redirect(`/sign-in/check-mail?${new URLSearchParams({ to: email.trim(), callbackUrl })}`)
}
