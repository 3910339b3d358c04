import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { MembersPage } from '@/components/members/members-page'
import { invitationsUrl, membersUrl } from '@/components/members/paths'
import { may } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { requireSession } from '@/lib/http/context'
import { organizationPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { listMembers } from '@/lib/members/list'
import { listInvitations } from '@/lib/members/list-invitations'
import { listMembersSchema } from '@/lib/members/list-schema'
import { mayLeave } from '@/lib/members/may-leave'
import { parseInput } from '@/lib/parse-input'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Members' }

type Props = PageProps<'/o/[org]/members'>

export default async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { members, invitations, ...rest } = await organizationPage(org, ctx => load(ctx, query))
  return (
    <HydrationBoundary state={members}>
      <HydrationBoundary state={invitations}>
        <MembersPage
          {...rest}
          changeRole={actions.changeRoleAction.bind(null, org)}
          invite={actions.inviteAction.bind(null, org)}
          leave={actions.leaveAction.bind(null, org)}
          remove={actions.removeAction.bind(null, org)}
          resend={actions.resendAction.bind(null, org)}
          withdraw={actions.withdrawAction.bind(null, org)}
        />
      </HydrationBoundary>
    </HydrationBoundary>
  )
}

async function load(ctx: OrgCtx, query: Awaited<Props['searchParams']>) {
  const { organization, actor } = ctx
  const [members, invitations, { accountId }, leave] = await Promise.all([
    prefetch(membersUrl(organization.id), query, asked =>
      listMembers(ctx, parseInput(listMembersSchema, asked)),
    ),
    prefetch(invitationsUrl(organization.id), {}, () => listInvitations(ctx)),
    requireSession(),
    mayLeave(ctx),
  ])
  const powers = {
    invite: may(actor, 'member:invite'),
    change: may(actor, 'member:change'),
    own: may(actor, 'member:own'),
    leave,
  }
  return { members, invitations, organization, me: accountId, powers }
}
