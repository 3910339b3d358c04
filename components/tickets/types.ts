import type { Result } from '@/lib/result'
import type {
  AnswerInput,
  AssignInput,
  NoteInput,
  OpenTicketInput,
  ReplyInput,
  SeenTicket,
  TicketId,
} from '@/lib/tickets/schema'

type Action<Input> = (input: Input) => Promise<Result<TicketId>>

/** The server actions of a customer, bound to the organization. */
export interface CustomerActions {
  open: Action<OpenTicketInput>
  reply: Action<ReplyInput>
  close: Action<SeenTicket>
}

/** The server actions of staff. */
export interface StaffActions {
  answer: Action<AnswerInput>
  close: Action<SeenTicket>
  note: Action<NoteInput>
  assign: Action<AssignInput>
}
