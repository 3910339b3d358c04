import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { composeMail, type MailText } from '@/lib/email/layout'
import { queueMail } from '@/lib/email/queue'
import { organizationPath } from '@/lib/organizations/path'
import { customersOf, staffOf } from './people'
import type { TicketFacts } from './write'

/** Characters of a message that a mail repeats: the rest is a click away. */
const EXCERPT = 2000

interface Word {
  /** What happened, as a sentence. */
  said: string
  /** What was written, if anything. */
  text?: string
}

/** Tells staff what a customer wrote. */
export async function mailStaff(ctx: Ctx, tx: Tx, ticket: TicketFacts, word: Word): Promise<void> {
  const footnote =
    'You get this mail because you look after tickets here. Mail sent back is read by nobody: answer in the Console.'
  const url = `${ctx.issuer}/console/tickets/${ticket.number}`
  await mailAll(ctx, tx, await staffOf(tx, ticket), {
    ...about(ticket, word),
    action: { label: 'Open the ticket', url },
    footnote,
  })
}

/** Tells the people of a ticket what staff wrote or did. */
export async function mailCustomers(ctx: Ctx, tx: Tx, ticket: TicketFacts, word: Word): Promise<void> {
  const footnote = `You get this mail because you wrote in this ticket of ${ticket.organization.name}. Mail sent back is read by nobody: answer in the portal.`
  const url = `${ctx.issuer}${organizationPath(ticket.organizationId, `tickets/${ticket.number}`)}`
  await mailAll(ctx, tx, await customersOf(tx, ticket), {
    ...about(ticket, word),
    action: { label: 'Read and answer', url },
    footnote,
  })
}

function about({ number, subject }: TicketFacts, { said, text = '' }: Word) {
  return { subject: `[#${number}] ${subject}`, paragraphs: [said, ...linesOf(text)] }
}

function linesOf(text: string): string[] {
  const signs = [...text]
  const shown = signs.length > EXCERPT ? `${signs.slice(0, EXCERPT).join('')} …` : text
  return shown.split('\n').filter(line => line.trim() !== '')
}

/** One mail each: nobody learns who else gets it. */
async function mailAll(ctx: Ctx, tx: Tx, to: string[], mail: Omit<MailText, 'to'>): Promise<void> {
  for (const address of to) await queueMail(tx, ctx, composeMail({ ...mail, to: address }))
}
