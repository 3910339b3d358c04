'use client'

import { Button, List, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DateTime } from '@/components/ui/date-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import type { AccessView } from '@/lib/repositories/access'
import type { RepositoryActions } from './types'
import { useConnect } from './use-connect'

interface Props extends Pick<RepositoryActions, 'connect' | 'removeAccess'> {
  access: Extract<AccessView, { state: 'GRANTED' }>
}

/** What the person has allowed, and how it is widened and taken back. */
export function Access({ access, connect, removeAccess }: Props) {
  const router = useRouter()
  const [asked, setAsked] = useState(false)
  const widening = useConnect(connect)
  const removing = useAction(removeAccess, {
    done: ({ atGitHub }) => (atGitHub ? ENDED : ENDED_HERE),
    onDone: () => {
      setAsked(false)
      router.refresh()
    },
  })
  const { login, includesPrivate, grantedAt } = access
  return (
    <Stack gap="sm">
      <KeyValueRows
        rows={[
          { label: 'GitHub user', value: login },
          {
            label: 'Covers',
            value: includesPrivate ? 'Public and private repositories' : 'Public repositories',
          },
          { label: 'Allowed', value: <DateTime at={grantedAt} /> },
        ]}
      />
      {!includesPrivate && (
        <Button
          loading={widening.pending}
          onClick={() => widening.run({ includePrivate: true })}
          variant="default"
        >
          Include private ones
        </Button>
      )}
      <ProblemAlert problem={widening.problem} />
      <Button color="red" onClick={() => setAsked(true)} variant="outline">
        Remove access
      </Button>
      <ConfirmDialog
        confirm="Remove access"
        onClose={() => setAsked(false)}
        onConfirm={() => removing.run({})}
        opened={asked}
        pending={removing.pending}
        problem={removing.problem}
        title="Remove the access to your repositories"
      >
        <List size="sm" spacing={4}>
          <List.Item>The portal forgets the access, and GitHub ends it.</List.Item>
          <List.Item>
            The list of your repositories is not shown any more, until you allow it again.
          </List.Item>
          <List.Item>Signing in with GitHub works as before, and what you chose stays chosen.</List.Item>
        </List>
      </ConfirmDialog>
    </Stack>
  )
}

const ENDED = 'The access was removed, at GitHub too.'
const ENDED_HERE =
  'The access was removed here. GitHub did not answer: end it there as well, under Settings, Applications.'
