'use client'

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Form } from '@/components/ui/form'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { ROLE_NAMES } from '@/lib/members/roles'
import type { ChangeRoleProps } from './change-role-dialog'
import { RoleField } from './role-field'

export default function ChangeRoleForm(props: ChangeRoleProps) {
  const { member, me, powers, changeRole, invalidate, onClose, onDone } = props
  useReturnFocus()
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
    <Modal onClose={onClose} opened title={`Change the role of ${member.name}`}>
      <Form onSubmit={submit}>
        <Stack gap="md">
          <RoleField offerOwner={powers.own} onChange={setRole} value={role} />
          {member.accountId === me && role !== member.role && (
            <Text role="status" size="sm">
              This is your own role: you cannot give yourself back what you give up.
            </Text>
          )}
          <ProblemAlert problem={problem} />
          <Group gap="xs" justify="flex-end">
            <Button onClick={onClose} variant="default">
              Cancel
            </Button>
            <Button loading={pending} type="submit">
              Save role
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}
