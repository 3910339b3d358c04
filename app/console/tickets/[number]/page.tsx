import type { Metadata } from 'next'
import { cache } from 'react'
import { StaffTicketPage } from '@/components/tickets/staff-ticket-page'
import { may } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { requireSession } from '@/lib/http/context'
import { staffPage } from '@/lib/http/page'
import { listAssignees } from '@/lib/tickets/assign'
import { getTicketForStaff } from '@/lib/tickets/get-for-staff'
import { ticketHistory } from '@/lib/tickets/history'
import { ticketIdOf } from '@/lib/tickets/id-of'
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
  return { ticket, events, assignees, me: accountId, mayIssue: may(ctx.actor, 'license:issue') }
}
