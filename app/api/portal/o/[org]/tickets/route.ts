import { organizationRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'
import { listTickets } from '@/lib/tickets/list'
import { listTicketsSchema } from '@/lib/tickets/list-schema'

export const GET = organizationRead((ctx, { query }) =>
  listTickets(ctx, parseInput(listTicketsSchema, query)),
)
