'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { DataTable, SelectFilter } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ROLE_NAMES, ROLES } from '@/lib/members/roles'
import { ChangeRoleDialog } from './change-role-dialog'
import { memberColumns } from './member-columns'
import { invitationsUrl, membersUrl } from './paths'
import { RemoveDialog } from './remove-dialog'
import type { Member, MemberActions, Powers } from './types'

interface Props extends Pick<MemberActions, 'changeRole' | 'remove'> {
  organization: { id: string; name: string }
  me: string
  powers: Powers
}

type Asked = { about: 'role' | 'removal'; member: Member }

const ROLE_CHOICES = ROLES.map(role => ({ value: role, label: ROLE_NAMES[role] }))

export function MemberTable({ organization, me, powers, changeRole, remove }: Props) {
  const router = useRouter()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const columns = useMemo(
    () =>
      memberColumns({
        me,
        powers,
        onChangeRole: member => setAsked({ about: 'role', member }),
        onRemove: member => setAsked({ about: 'removal', member }),
      }),
    [me, powers],
  )
  const url = membersUrl(organization.id)
  // A change may withdraw invitations, and one's own may change what this page offers.
  const rest = {
    invalidate: [url, invitationsUrl(organization.id)],
    onClose: close,
    onDone: () => router.refresh(),
  }
  return (
    <>
      <DataTable
        columns={columns}
        defaultSort={{ sort: 'createdAt', order: 'asc' }}
        empty={<EmptyState title="No members">Nobody belongs to this organization.</EmptyState>}
        filters={<SelectFilter unset="Any role" label="Role" name="role" options={ROLE_CHOICES} />}
        label="Members"
        rowKey={member => member.accountId}
        searchHint="Search by name or address"
        url={url}
      />
      {asked?.about === 'role' && (
        <ChangeRoleDialog {...rest} changeRole={changeRole} me={me} member={asked.member} powers={powers} />
      )}
      {asked?.about === 'removal' && (
        <RemoveDialog {...rest} member={asked.member} organization={organization} remove={remove} />
      )}
    </>
  )
}
