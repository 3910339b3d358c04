'use client'

import { Button } from '@mantine/core'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import type { MemberActions } from './types'
import { useInvitations } from './use-invitations'

interface Props extends Pick<MemberActions, 'resend'> {
  email: string
  /** The portal read of the invitations. */
  url: string
  onDone: () => void
}

/** What to do when an address has an open invitation already. */
export function ResendInstead({ email, url, resend, onDone }: Props) {
  const { data = [] } = useInvitations(url)
  const { run, pending, problem } = useAction(resend, {
    invalidate: [url],
    done: sent => `The invitation was sent to ${sent.email} again.`,
    onDone,
  })
  const wanted = email.trim().toLowerCase()
  const open = data.find(invitation => invitation.email === wanted)
  if (!open) return null
  return (
    <>
      <ProblemAlert problem={problem} />
      <Button loading={pending} onClick={() => run({ id: open.id })} variant="default">
        Resend the invitation of {open.email}
      </Button>
    </>
  )
}
