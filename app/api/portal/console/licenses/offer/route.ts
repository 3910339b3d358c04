import { staffRead } from '@/lib/http/read'
import { licenseOffer } from '@/lib/licenses/offer'
import { licenseOfferSchema } from '@/lib/licenses/schema'
import { parseInput } from '@/lib/parse-input'

export const GET = staffRead((ctx, { query }) => licenseOffer(ctx, parseInput(licenseOfferSchema, query)))
