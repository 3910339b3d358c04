'use client'

import { Text } from '@mantine/core'
import { useState } from 'react'
import { PlainTable, useRowFocus } from '@/components/ui/data-table'
import { ErrorState } from '@/components/ui/error-state'
import { problemOfError } from '@/components/ui/fetch-json'
import { Section } from '@/components/ui/section'
import { useAction } from '@/components/ui/use-action'
import { INVITATION_DAYS } from '@/lib/members/terms'
import { invitationColumns } from './invitation-columns'
import { invitationsUrl } from './paths'
import type { Invitation, MemberActions, Powers } from './types'
import { useInvitations } from './use-invitations'
import { WithdrawDialog } from './withdraw-dialog'

interface Props extends Pick<MemberActions, 'resend' | 'withdraw'> {
  organization: { id: string; name: string }
  powers: Powers
}

export function InvitationSection({ organization, powers, resend, withdraw }: Props) {
  const url = invitationsUrl(organization.id)
  const list = useInvitations(url)
  const [leaving, setLeaving] = useState<Invitation | null>(null)
  const { run, pending } = useAction(resend, {
    invalidate: [url],
    done: ({ email }) => `The invitation was sent to ${email} again.`,
    refusal: 'toast',
  })
  const columns = invitationColumns({
    powers,
    pending,
    onResend: ({ id }) => run({ id }),
    onWithdraw: setLeaving,
  })
  useRowFocus(list.data)
  return (
    <Section
      description={`A link works for ${INVITATION_DAYS} days after it was sent.`}
      id="invitations"
      title="Pending invitations"
    >
      {list.isError && <ErrorState onRetry={() => list.refetch()} problem={problemOfError(list.error)} />}
      {list.data?.length === 0 && (
        <Text c="dimmed" size="sm">
          Nobody is invited at the moment.
        </Text>
      )}
      {list.data?.length !== 0 && !list.isError && (
        <PlainTable columns={columns} label="Pending invitations" rowKey={row => row.id} rows={list.data} />
      )}
      {leaving && (
        <WithdrawDialog invitation={leaving} onClose={() => setLeaving(null)} url={url} withdraw={withdraw} />
      )}
    </Section>
  )
}
