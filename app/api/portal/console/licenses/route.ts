import { staffRead } from '@/lib/http/read'
import { listAllLicenses } from '@/lib/licenses/list-all'
import { listAllLicensesSchema } from '@/lib/licenses/list-all-schema'

export const GET = staffRead((ctx, { query }) => listAllLicenses(ctx, listAllLicensesSchema.parse(query)))
