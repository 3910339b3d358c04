import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx, OrgCtx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { invalidField } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { currentLicense } from '@/lib/licenses/current'
import { listProducts } from '@/lib/licenses/products'
import { takeFromLimit } from '@/lib/limits/take'
import { mailStaff } from './mails'
import type { OpenTicketInput, TicketId } from './schema'
import { auditObject, authorOf, FACTS, type TicketFacts } from './write'

type SalesInput = Extract<OpenTicketInput, { kind: 'SALES' }>
type Sales = Pick<
  Prisma.TicketUncheckedCreateInput,
  'mau' | 'productCode' | 'contactName' | 'contactEmail' | 'licenseId'
>

/** Opens a ticket and mails staff. INVALID (`productCode`); LIMIT after ten in an hour from one organization. */
export async function openTicket(ctx: Ctx, input: OpenTicketInput): Promise<TicketId> {
  authorizeIn(ctx, 'ticket:write')
  const sales = input.kind === 'SALES' ? await salesFacts(ctx, input) : null
  await takeFromLimit(ctx, {
    key: `ticket-open:${ctx.organization.id}`,
    limit: 10,
    windowSeconds: 60 * 60,
    message: 'Many tickets were opened from this organization.',
  })
  return ctx.db.$transaction(async tx => {
    const ticket = await write(tx, ctx, { input, sales: sales?.facts ?? null })
    const { kind, number } = ticket
    await record(tx, ctx, {
      action: 'ticket.open',
      object: auditObject(ticket),
      after: { kind, ...wantedIn(input) },
    })
    await mailStaff(tx, ctx, { ticket, said: saidOf(ctx, input, sales?.productName), text: input.text })
    return { number }
  })
}

/** What sales want to know; the license is looked up here, not taken from input. */
async function salesFacts(ctx: OrgCtx, input: SalesInput): Promise<{ facts: Sales; productName: string }> {
  const { productCode, mau, contactName, contactEmail } = input
  const products = await listProducts(ctx.db)
  const product = products.find(({ code }) => code === productCode)
  if (!product) throw invalidField('productCode', 'Choose a product that is offered here.')
  const { license } = await currentLicense(ctx, { productCode, fqdn: '' })
  const facts = { productCode, mau, contactName, contactEmail, licenseId: license?.id ?? null }
  return { facts, productName: product.name }
}

interface Opening {
  input: OpenTicketInput
  /** Null: support is asked. */
  sales: Sales | null
}

async function write(tx: Tx, ctx: OrgCtx, { input, sales }: Opening): Promise<TicketFacts> {
  const { kind, subject, text } = input
  const at = ctx.clock.now()
  const author = authorOf(ctx)
  return tx.ticket.create({
    data: {
      ...sales,
      kind,
      subject,
      organizationId: ctx.organization.id,
      openedByName: author.authorName,
      createdAt: at,
      lastMessageAt: at,
      messages: { create: { ...author, side: 'CUSTOMER', text, at } },
    },
    select: FACTS,
  })
}

function wantedIn(input: OpenTicketInput) {
  return input.kind === 'SALES' && { mau: input.mau, productCode: input.productCode }
}

function saidOf(ctx: OrgCtx, input: OpenTicketInput, productName?: string): string {
  const who = `${ctx.actor.name} of ${ctx.organization.name} (${ctx.organization.id})`
  if (input.kind === 'SUPPORT') return `${who} asks for help.`
  const { mau, contactName, contactEmail } = input
  return `${who} asks sales about ${mau.toLocaleString('en')} MAU of ${productName}. Contact: ${contactName}, ${contactEmail}.`
}
