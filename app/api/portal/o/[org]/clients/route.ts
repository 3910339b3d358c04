import { listClients } from '@/lib/clients/list'
import { listClientsSchema } from '@/lib/clients/list-schema'
import { organizationRead } from '@/lib/http/read'

export const GET = organizationRead((ctx, { query }) => listClients(ctx, listClientsSchema.parse(query)))
