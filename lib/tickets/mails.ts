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
  ticket: TicketFacts
  /** What happened, as a sentence. */
  said: string
  /** What was written, if anything. */
  text?: string
}

/** Tells staff what a customer wrote. */
export async function mailStaff(tx: Tx, ctx: Ctx, word: Word): Promise<void> {
  const footnote =
    'You get this mail because you look after tickets here. Mail sent back is read by nobody: answer in the Console.'
  const url = `${ctx.issuer}/console/tickets/${word.ticket.number}`
  await mailAll(tx, ctx, {
    to: await staffOf(tx, word.ticket),
    ...about(word),
    action: { label: 'Open the ticket', url },
    footnote,
  })
}

/** Tells the people of a ticket what staff wrote or did. */
export async function mailCustomers(tx: Tx, ctx: Ctx, word: Word): Promise<void> {
  const { ticket } = word
  const footnote = `You get this mail because you wrote in this ticket of ${ticket.organization.name}. Mail sent back is read by nobody: answer in the portal.`
  const url = `${ctx.issuer}${organizationPath(ticket.organizationId, `tickets/${ticket.number}`)}`
  await mailAll(tx, ctx, {
    to: await customersOf(tx, ticket),
    ...about(word),
    action: { label: 'Read and answer', url },
    footnote,
  })
}

function about({ ticket, said, text = '' }: Word) {
  return { subject: `[#${ticket.number}] ${ticket.subject}`, paragraphs: [said, ...linesOf(text)] }
}

function linesOf(text: string): string[] {
  const signs = [...text]
  const shown = signs.length > EXCERPT ? `${signs.slice(0, EXCERPT).join('')} …` : text
  return shown.split('\n').filter(line => line.trim() !== '')
}

interface MailToAll extends Omit<MailText, 'to'> {
  to: string[]
}

/** One mail each: nobody learns who else gets it. */
async function mailAll(tx: Tx, ctx: Ctx, { to, ...mail }: MailToAll): Promise<void> {
  for (const address of to) await queueMail(tx, ctx, composeMail({ ...mail, to: address }))
}
