import { Stack } from '@mantine/core'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { InvitationSection } from './invitation-section'
import { InviteButton } from './invite-button'
import { LeaveButton } from './leave-button'
import { MemberTable } from './member-table'
import { RoleTable } from './role-table'
import type { MemberActions, Powers } from './types'

interface Props extends MemberActions {
  organization: { id: string; name: string }
  /** The account of the person who looks. */
  me: string
  powers: Powers
}

export function MembersPage({ organization, me, powers, ...actions }: Props) {
  const invite = (
    <InviteButton
      invite={actions.invite}
      organization={organization}
      powers={powers}
      resend={actions.resend}
    />
  )
  return (
    <Stack gap="xl">
      <div>
        <PageHeader
          actions={
            <>
              {powers.leave && <LeaveButton leave={actions.leave} organization={organization} />}
              {powers.invite && invite}
            </>
          }
          description="Who belongs to this organization, and in which role."
          title="Members"
        />
        <MemberTable
          changeRole={actions.changeRole}
          me={me}
          organization={organization}
          powers={powers}
          remove={actions.remove}
        />
      </div>
      <InvitationSection
        organization={organization}
        powers={powers}
        resend={actions.resend}
        withdraw={actions.withdraw}
      />
      <Section
        description="Owners and admins give roles; only owners make, change and remove owners."
        id="roles"
        title="What each role may do"
      >
        <RoleTable />
      </Section>
    </Stack>
  )
}
