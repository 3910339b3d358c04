import type { Metadata } from 'next'
import { cache } from 'react'
import { StaffTicketPage } from '@/components/tickets/staff-ticket-page'
import { may } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { requireSession } from '@/lib/http/context'
import { staffPage } from '@/lib/http/page'
import { listAssignees } from '@/lib/tickets/assign'
import { getTicketForStaff, type StaffTicketView } from '@/lib/tickets/get-for-staff'
import { ticketHistory } from '@/lib/tickets/history'
import { ticketIdOf } from '@/lib/tickets/id-of'
import { getUsageForStaff } from '@/lib/usage/get-for-staff'
import type { Usage } from '@/lib/usage/view'
import * as actions from '../actions'

type Props = PageProps<'/console/tickets/[number]'>

/** Once per request: the title and the page both want it. */
const read = cache((number: string) => staffPage(ctx => load(ctx, number)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ticket } = await read((await params).number)
  return { title: `#${ticket.number} ${ticket.subject}` }
}

export default async function Page({ params }: Props) {
  return (
    <StaffTicketPage
      {...(await read((await params).number))}
      answer={actions.answerAction}
      assign={actions.assignAction}
      close={actions.closeAction}
      note={actions.noteAction}
    />
  )
}

async function load(ctx: Ctx, number: string) {
  const id = ticketIdOf(number)
  const [ticket, events, assignees, { accountId }] = await Promise.all([
    getTicketForStaff(ctx, id),
    ticketHistory(ctx, id),
    listAssignees(ctx),
    requireSession(),
  ])
  const mayIssue = may(ctx.actor, 'license:issue')
  return { ticket, usage: await reportedUse(ctx, ticket), events, assignees, me: accountId, mayIssue }
}

/** What the organization has reported of the product that sales are asked about. */
async function reportedUse(
  ctx: Ctx,
  { kind, organizationId, productCode }: StaffTicketView,
): Promise<Usage | null> {
  if (kind !== 'SALES' || productCode === null) return null
  return getUsageForStaff(ctx, { organizationId, productCode })
}
