'use client'

import { Button, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAsking } from '@/components/ui/use-asking'
import type { MemberActions } from './types'

interface Props extends Pick<MemberActions, 'leave'> {
  organization: { name: string }
}

export function LeaveButton({ organization, leave }: Props) {
  const router = useRouter()
  const { run, ask, dialog } = useAsking(leave, {
    done: `You left ${organization.name}.`,
    onDone: () => router.push('/'),
  })
  return (
    <>
      <Button onClick={ask} variant="default">
        Leave
      </Button>
      <ConfirmDialog
        {...dialog}
        confirm="Leave"
        onConfirm={() => run({})}
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
