import { staffRead } from '@/lib/http/read'
import { licenseOffer } from '@/lib/licenses/offer'
import { licenseOfferSchema } from '@/lib/licenses/schema'

export const GET = staffRead((ctx, { query }) => licenseOffer(ctx, licenseOfferSchema.parse(query)))
