import { organizationRead } from '@/lib/http/read'
import { listTickets } from '@/lib/tickets/list'
import { listTicketsSchema } from '@/lib/tickets/list-schema'

export const GET = organizationRead((ctx, { query }) => listTickets(ctx, listTicketsSchema.parse(query)))
