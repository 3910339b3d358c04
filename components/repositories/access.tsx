'use client'

import { Button, List, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DateTime } from '@/components/ui/date-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAsking } from '@/components/ui/use-asking'
import { useLeavingAction } from '@/components/ui/use-leaving-action'
import type { AccessView } from '@/lib/repositories/access'
import type { RepositoryActions } from './types'

interface Props extends Pick<RepositoryActions, 'connect' | 'removeAccess'> {
  access: Extract<AccessView, { state: 'GRANTED' }>
}

/** What the person has allowed, and how it is widened and taken back. */
export function Access({ access, connect, removeAccess }: Props) {
  const widening = useLeavingAction(connect)
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
      <RemoveAccess removeAccess={removeAccess} />
    </Stack>
  )
}

function RemoveAccess({ removeAccess }: Pick<Props, 'removeAccess'>) {
  const router = useRouter()
  const { run, ask, dialog } = useAsking(removeAccess, {
    done: ({ atGitHub }) => (atGitHub ? ENDED : ENDED_HERE),
    onDone: () => router.refresh(),
  })
  return (
    <>
      <Button color="red" onClick={ask} variant="outline">
        Remove access
      </Button>
      <ConfirmDialog
        {...dialog}
        confirm="Remove access"
        onConfirm={() => run({})}
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
    </>
  )
}

const ENDED = 'The access was removed, at GitHub too.'
const ENDED_HERE =
  'The access was removed here. GitHub did not answer: end it there as well, under Settings, Applications.'
