'use client'

import { Button, NativeSelect, Stack } from '@mantine/core'
import { ProblemAlert } from '@/components/ui/problem-alert'
import type { Assignee } from '@/lib/tickets/assign'
import type { StaffTicketView } from '@/lib/tickets/get-for-staff'
import type { StaffActions } from './types'
import { useTicketAction } from './use-ticket-action'

interface Props extends Pick<StaffActions, 'assign'> {
  ticket: Pick<StaffTicketView, 'number' | 'assigneeId' | 'assigneeName'>
  assignees: Assignee[]
  /** The account of the person who looks. */
  me: string
}

/** Who looks after the ticket; choosing somebody else gives it to them at once. */
export function Assignment({ ticket, assignees, me, assign }: Props) {
  const { number, assigneeId: from } = ticket
  const { run, pending, problem } = useTicketAction(assign, { done: 'The ticket was assigned.' })
  const give = (to: string | null) => run({ number, to, from })
  return (
    <Stack gap="xs">
      <NativeSelect
        aria-label="Assignee"
        data={[{ value: '', label: 'Nobody' }, ...choicesOf(ticket, assignees)]}
        disabled={pending}
        onChange={event => give(event.currentTarget.value || null)}
        value={from ?? ''}
      />
      {from !== me && (
        <Button loading={pending} onClick={() => give(me)} variant="default">
          Take it
        </Button>
      )}
      <ProblemAlert problem={problem} />
    </Stack>
  )
}

/** Whoever has it is among them, even when they are not staff any more. */
function choicesOf({ assigneeId, assigneeName }: Props['ticket'], assignees: Assignee[]) {
  const choices = assignees.map(({ id, name }) => ({ value: id, label: name }))
  if (!assigneeId || assignees.some(({ id }) => id === assigneeId)) return choices
  return [...choices, { value: assigneeId, label: `${assigneeName} (no longer staff)` }]
}
