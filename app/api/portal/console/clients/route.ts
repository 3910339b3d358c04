import { listClients } from '@/lib/clients/list'
import { listClientsSchema } from '@/lib/clients/list-schema'
import { staffRead } from '@/lib/http/read'

export const GET = staffRead((ctx, { query }) => listClients(ctx, listClientsSchema.parse(query)))
