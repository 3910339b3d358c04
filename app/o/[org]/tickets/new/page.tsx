import type { Metadata } from 'next'
import { z } from 'zod'
import { NEW_TICKET_TITLE, NewTicketPage } from '@/components/tickets/new-ticket-page'
import { organizationPage } from '@/lib/http/page'
import { ticketOffer } from '@/lib/tickets/offer'
import { salesTicketSchema, TICKET_KINDS } from '@/lib/tickets/schema'
import { openAction } from '../actions'

type Props = PageProps<'/o/[org]/tickets/new'>

/** What the way here told; anything else falls back, so that a link never leads to an error. */
const prefilled = z.object({
  kind: z.enum(TICKET_KINDS).catch('SUPPORT'),
  mau: z.coerce.number().pipe(salesTicketSchema.shape.mau).optional().catch(undefined),
  product: z.string().optional().catch(undefined),
})

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: NEW_TICKET_TITLE[prefilled.parse(await searchParams).kind] }
}

export default async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { kind, mau, product } = prefilled.parse(query)
  const { organization, offer } = await organizationPage(org, async ctx => ({
    organization: ctx.organization,
    offer: await ticketOffer(ctx, product),
  }))
  return (
    <NewTicketPage
      kind={kind}
      mau={mau}
      offer={offer}
      open={openAction.bind(null, org)}
      organization={organization}
    />
  )
}
