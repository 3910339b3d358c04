'use client'

import { Button, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import type { MemberActions } from './types'

interface Props extends Pick<MemberActions, 'leave'> {
  organization: { name: string }
}

export function LeaveButton({ organization, leave }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const { run, pending, problem, clearProblem } = useAction(leave, {
    done: `You left ${organization.name}.`,
    onDone: () => router.push('/'),
  })
  const ask = () => {
    clearProblem()
    setAsking(true)
  }
  return (
    <>
      <Button onClick={ask} variant="default">
        Leave
      </Button>
      <ConfirmDialog
        confirm="Leave"
        onClose={() => setAsking(false)}
        onConfirm={() => run({})}
        opened={asking}
        pending={pending}
        problem={problem}
        title={`Leave ${organization.name}`}
      >
        <Text>
          You lose access to <strong>{organization.name}</strong> at once, and open invitations that you sent
          are withdrawn. To come back you need an invitation.
        </Text>
      </ConfirmDialog>
    </>
  )
}
