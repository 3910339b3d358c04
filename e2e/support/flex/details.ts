import { z } from 'zod'

/** The license page of the software. Empty texts are shown as `-`. */
export interface LicenseDetails {
  licenseKey: string
  licenseType: string
  productName: string
  productCode: string
  companyName: string
  customerEmail: string
  customerName: string
  /** `yyyy-MM-dd` in the software's own time zone: here UTC. */
  validUpto: string
  mauThreshold: number | null
}

/** What the newest build takes without a complaint (contract §1.4 A): every key there, no nulls, an instant with `Z`. */
const detailsSchema = z.object({
  license_key: z.string(),
  license_type: z.string(),
  validity_period: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  product_details: z.object({ product_name: z.string(), short_code: z.string() }),
  customer: z.object({
    company_name: z.string(),
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
  }),
  custom_fields: z.array(z.object({ name: z.string(), value: z.string() })),
})

/** Throws, as the software fails, when a member is missing or of another type. */
export function readDetails(told: unknown): LicenseDetails {
  const { product_details: product, customer, custom_fields: fields, ...license } = detailsSchema.parse(told)
  const mau = fields.find(field => field.name === 'mau_threshold')?.value
  return {
    licenseKey: license.license_key,
    licenseType: license.license_type,
    productName: product.product_name,
    productCode: product.short_code,
    companyName: customer.company_name,
    customerEmail: customer.email,
    customerName: `${customer.first_name} ${customer.last_name}`.trim(),
    validUpto: license.validity_period.slice(0, 10),
    mauThreshold: mau !== undefined && /^\d+$/.test(mau) ? Number(mau) : null,
  }
}
