import { listClients } from '@/lib/clients/list'
import { listClientsSchema } from '@/lib/clients/list-schema'
import { staffRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'

export const GET = staffRead((ctx, { query }) => listClients(ctx, parseInput(listClientsSchema, query)))
