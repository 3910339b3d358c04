import { authorizeIn } from '@/lib/access/authorize'
import { ownAccountId } from '@/lib/accounts/person'
import type { Ctx, OrgCtx } from '@/lib/context'
import { currentLicense } from '@/lib/licenses/current'
import { DEFAULT_PRODUCT, listProducts, type ProductView } from '@/lib/licenses/products'
import { largestPlan } from '@/lib/orders/largest-plan'
import { offeredPlans } from '@/lib/orders/plans'
import type { TicketLicense } from './view'

/** What the form of a new ticket is filled with. */
export interface TicketOffer {
  contact: { name: string; email: string }
  /** What sales are asked about. */
  products: OfferedProduct[]
  productCode: string
}

interface OfferedProduct {
  code: string
  name: string
  /** Where the organization stands with it. */
  license: TicketLicense | null
  /** Monthly active users of its largest plan, which nobody must ask for; null: it has none. */
  largestPlan: number | null
}

/** What is known of whoever is about to open a ticket; `product` is what they came from, if it is one. */
export async function ticketOffer(ctx: Ctx, product: string | undefined): Promise<TicketOffer> {
  authorizeIn(ctx, 'ticket:write')
  const [account, products] = await Promise.all([
    ctx.db.account.findUniqueOrThrow({
      where: { id: ownAccountId(ctx) },
      select: { name: true, email: true },
    }),
    listProducts(ctx.db),
  ])
  const known = products.some(({ code }) => code === product)
  return {
    contact: { name: account.name, email: account.email ?? '' },
    products: await Promise.all(products.map(product => offered(ctx, product))),
    productCode: known && product ? product : DEFAULT_PRODUCT,
  }
}

async function offered(ctx: OrgCtx, { code, name }: ProductView): Promise<OfferedProduct> {
  const [license, plans] = await Promise.all([licenseOf(ctx, code), offeredPlans(ctx, code)])
  return { code, name, license, largestPlan: largestPlan(plans) }
}

/** No key: sales know the organization. */
async function licenseOf(ctx: OrgCtx, productCode: string): Promise<TicketLicense | null> {
  const { license } = await currentLicense(ctx, { productCode, fqdn: '' })
  if (!license) return null
  const { id, kind, mauThreshold, validUntil, verdict } = license
  return { id, kind, mauThreshold, validUntil, verdict }
}
