import { organizationRead } from '@/lib/http/read'
import { countLiveSsas } from '@/lib/ssa/count-live'

export const GET = organizationRead(async ctx => ({ live: await countLiveSsas(ctx) }))
