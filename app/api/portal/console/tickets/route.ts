import { staffRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'
import { listQueue } from '@/lib/tickets/list-queue'
import { listQueueSchema } from '@/lib/tickets/list-schema'

export const GET = staffRead((ctx, { query }) => listQueue(ctx, parseInput(listQueueSchema, query)))
