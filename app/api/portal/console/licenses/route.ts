import { staffRead } from '@/lib/http/read'
import { listAllLicenses } from '@/lib/licenses/list-all'
import { listAllLicensesSchema } from '@/lib/licenses/list-all-schema'
import { parseInput } from '@/lib/parse-input'

export const GET = staffRead((ctx, { query }) =>
  listAllLicenses(ctx, parseInput(listAllLicensesSchema, query)),
)
