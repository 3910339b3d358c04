'use client'

import dynamic from 'next/dynamic'
import type { Member, MemberActions, Powers } from './types'

export interface ChangeRoleProps extends Pick<MemberActions, 'changeRole'> {
  member: Member
  me: string
  powers: Powers
  invalidate: string[]
  onClose: () => void
  onDone: () => void
}

/** Its code is loaded when it first opens. */
export const ChangeRoleDialog = dynamic(() => import('./change-role-form'), { ssr: false })
