import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { type CurrentLicense, currentLicense } from './current'
import { DEFAULT_PRODUCT } from './products'

/** Cards that one page shows. */
const MOST = 50

/** Where the organization stands with whatever else it has a license of: by product, and by host where that matters. */
export async function otherLicenses(ctx: Ctx): Promise<CurrentLicense[]> {
  authorizeIn(ctx, 'license:read')
  const licensed = await ctx.db.license.findMany({
    where: { organizationId: ctx.organization.id, productCode: { not: DEFAULT_PRODUCT } },
    distinct: ['productCode', 'fqdn'],
    orderBy: [{ productCode: 'asc' }, { fqdn: 'asc' }],
    take: MOST,
    select: { productCode: true, fqdn: true },
  })
  return Promise.all(licensed.map(of => currentLicense(ctx, of)))
}
