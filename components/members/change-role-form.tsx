'use client'

import { Text } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '@/components/ui/form-dialog'
import { useAction } from '@/components/ui/use-action'
import { ROLE_NAMES } from '@/lib/members/roles'
import type { ChangeRoleProps } from './change-role-dialog'
import { RoleField } from './role-field'

export default function ChangeRoleForm(props: ChangeRoleProps) {
  const { member, me, powers, changeRole, invalidate, onClose, onDone } = props
  const [role, setRole] = useState(member.role)
  const { run, pending, problem } = useAction(changeRole, {
    invalidate,
    done: `${member.name} is ${role === 'VIEWER' ? 'a' : 'an'} ${ROLE_NAMES[role].toLowerCase()} now.`,
    onDone: () => {
      onClose()
      onDone()
    },
  })
  const submit = () => {
    if (role === member.role) return onClose()
    run({ accountId: member.accountId, role })
  }
  return (
    <FormDialog
      button="Save role"
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      problem={problem}
      title={`Change the role of ${member.name}`}
    >
      <RoleField offerOwner={powers.own} onChange={setRole} value={role} />
      {member.accountId === me && role !== member.role && (
        <Text role="status" size="sm">
          This is your own role: you cannot give yourself back what you give up.
        </Text>
      )}
    </FormDialog>
  )
}
