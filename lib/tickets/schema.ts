import { z } from 'zod'
import { emailAddress } from '@/lib/accounts/schema'
import { MAX_INT4 } from '@/lib/int4'
import { visibleName } from '@/lib/visible-name'

export const TICKET_KINDS = ['SALES', 'SUPPORT'] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

/** OPEN: staff have the next word. WAITING: the customer has. ANSWERED: nobody must. */
export const TICKET_STATUSES = ['OPEN', 'WAITING', 'ANSWERED', 'CLOSED'] as const
export type TicketStatus = (typeof TICKET_STATUSES)[number]

const LONGEST_SUBJECT = 150
export const LONGEST_MESSAGE = 10_000

/** Line breaks and tabs are the only control characters that a message holds. */
const WRITABLE = /^[^\p{Cc}\p{Cs}]*$/u

const message = z
  .string()
  .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .min(1, 'Write a message.')
      .refine(text => [...text].length <= LONGEST_MESSAGE, 'Use at most 10,000 characters.')
      .refine(text => WRITABLE.test(text.replace(/[\n\t]/g, ' ')), 'Use visible characters only.'),
  )

const subject = visibleName('Say in a few words what it is about.', LONGEST_SUBJECT)

const contactName = visibleName('Say whom we should talk to.')

/** What sales are asked. What is known anyway (organization, license) is not asked for. */
export const salesTicketSchema = z.object({
  kind: z.literal('SALES'),
  subject,
  text: message,
  productCode: z.string().trim().min(1, 'Choose a product.').max(100),
  mau: z
    .int('Enter how many users are active in a month.')
    .min(1, 'Enter how many users are active in a month.')
    .max(MAX_INT4, `Enter at most ${MAX_INT4.toLocaleString('en')}.`),
  contactName,
  contactEmail: emailAddress,
})
export const supportTicketSchema = z.object({ kind: z.literal('SUPPORT'), subject, text: message })

/** What a customer says to open a ticket. */
export const openTicketSchema = z.discriminatedUnion('kind', [salesTicketSchema, supportTicketSchema])
export type OpenTicketInput = z.output<typeof openTicketSchema>

export const ticketIdSchema = z.object({ number: z.int().min(1).max(MAX_INT4) })
export type TicketId = z.output<typeof ticketIdSchema>

/** A ticket as somebody saw it: nothing is done to it when it has moved on since. */
export const seenTicketSchema = ticketIdSchema.extend({ version: z.int().min(1).max(MAX_INT4) })
export type SeenTicket = z.output<typeof seenTicketSchema>

/** What a form of one field asks for. */
export const messageSchema = z.object({ text: message })

export const replySchema = seenTicketSchema.extend(messageSchema.shape)
export type ReplyInput = z.output<typeof replySchema>

/** `status` is where the ticket stands after the answer. */
export const answerFormSchema = messageSchema.extend({ status: z.enum(['ANSWERED', 'WAITING', 'CLOSED']) })

export const answerSchema = seenTicketSchema.extend(answerFormSchema.shape)
export type AnswerInput = z.output<typeof answerSchema>

export const noteSchema = ticketIdSchema.extend(messageSchema.shape)
export type NoteInput = z.output<typeof noteSchema>

/** `from` is whose it was when somebody decided to give it to somebody else. */
export const assignSchema = ticketIdSchema.extend({ to: z.uuid().nullable(), from: z.uuid().nullable() })
export type AssignInput = z.output<typeof assignSchema>
