'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { MemberActions, Powers } from './types'

const InviteDialog = dynamic(() => import('./invite-dialog'), { ssr: false })

export interface InviteProps extends Pick<MemberActions, 'invite' | 'resend'> {
  organization: { id: string; name: string }
  powers: Powers
}

export function InviteButton(props: InviteProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button onClick={() => setOpened(true)}>Invite</Button>
      {opened && <InviteDialog {...props} onClose={() => setOpened(false)} />}
    </>
  )
}
