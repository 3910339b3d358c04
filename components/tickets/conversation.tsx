import { DateTime } from '@/components/ui/date-time'
import type { TicketMessage, TicketText } from '@/lib/tickets/view'
import classes from './conversation.module.css'

interface Props {
  messages: TicketMessage[]
  /** For staff alone. */
  notes?: TicketText[]
  /** The side that reads: what it wrote itself stands apart from what it got. */
  reader: 'CUSTOMER' | 'STAFF'
}

type Entry = TicketText & { from: 'CUSTOMER' | 'STAFF' | 'NOTE' }

/** What both sides wrote, oldest first, with the notes of staff in their place. */
export function Conversation({ messages, notes = [], reader }: Props) {
  const entries: Entry[] = [
    ...messages.map(message => ({ ...message, from: message.side })),
    ...notes.map(note => ({ ...note, from: 'NOTE' as const })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  return (
    <ol className={classes.conversation}>
      {entries.map(({ id, from, authorName, text, at }) => (
        <li className={classes.entry} data-from={from === reader ? 'OWN' : from} key={id}>
          <p className={classes.head}>
            <strong className={classes.author}>{authorName}</strong>
            <span className={classes.side}>{SIDE[from]}</span>
            <span className={classes.when}>
              <DateTime at={at} />
            </span>
          </p>
          <p className={classes.text}>{text}</p>
        </li>
      ))}
    </ol>
  )
}

const SIDE: Record<Entry['from'], string> = {
  CUSTOMER: 'Customer',
  STAFF: 'Staff',
  NOTE: 'Internal note, never shown to the customer',
}
