import { changesOf } from '@/components/audit/changes'
import { Timeline } from '@/components/ui/timeline'
import type { TicketEvent } from '@/lib/tickets/history'

/** Audited actions in the words of this page; a new one shows under its own name. */
const SAID: Record<string, string> = {
  'ticket.open': 'Opened',
  'ticket.reply': 'Customer wrote',
  'ticket.reopen': 'Opened again',
  'ticket.answer': 'Answered',
  'ticket.close': 'Closed',
  'ticket.assign': 'Assigned',
  'ticket.note': 'Note left',
}

/** What happened to a ticket, newest first. */
export function TicketHistory({ events }: { events: TicketEvent[] }) {
  return <Timeline events={events} more={assignmentOf} said={({ action }) => SAID[action] ?? action} />
}

function assignmentOf(event: TicketEvent) {
  if (event.action !== 'ticket.assign') return null
  return changesOf(event).map(({ before, after }) => `${before || 'Nobody'} → ${after || 'Nobody'}`)
}
