import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { listProducts, type ProductView } from './products'
import type { PrefillLicenseInput } from './schema'

/** What the form of a new enterprise license begins with. */
export interface LicensePrefill {
  products: ProductView[]
  /** Null: none was named, or there is none of this id, and one is to be chosen. */
  organization: { id: string; name: string } | null
  mau: number | null
}

/** What is known of the license that is about to be issued, from whatever led to its form: a ticket, a license that ended. */
export async function prefillLicense(ctx: Ctx, { org, mau }: PrefillLicenseInput): Promise<LicensePrefill> {
  authorize(ctx, 'license:issue')
  const [products, organization] = await Promise.all([
    listProducts(ctx.db),
    ctx.db.organization.findUnique({
      where: { foldedId: org.toLowerCase() },
      select: { id: true, name: true },
    }),
  ])
  return { products, organization, mau }
}
