import { authorizeIn } from '@/lib/access/authorize'
import { ownAccountId } from '@/lib/accounts/person'
import type { Ctx, OrgCtx } from '@/lib/context'
import { currentLicense } from '@/lib/licenses/current'
import { DEFAULT_PRODUCT, listProducts } from '@/lib/licenses/products'
import type { TicketLicense } from './view'

/** What the form of a new ticket is filled with. */
export interface TicketOffer {
  contact: { name: string; email: string }
  /** What sales are asked about; each with where the organization stands with it. */
  products: { code: string; name: string; license: TicketLicense | null }[]
  productCode: string
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
    products: await Promise.all(
      products.map(async ({ code, name }) => ({ code, name, license: await licenseOf(ctx, code) })),
    ),
    productCode: known && product ? product : DEFAULT_PRODUCT,
  }
}

/** No key: sales know the organization. */
async function licenseOf(ctx: OrgCtx, productCode: string): Promise<TicketLicense | null> {
  const { license } = await currentLicense(ctx, { productCode, fqdn: '' })
  if (!license) return null
  const { id, kind, mauThreshold, validUntil, verdict } = license
  return { id, kind, mauThreshold, validUntil, verdict }
}
