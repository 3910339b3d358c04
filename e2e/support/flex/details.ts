import { z } from 'zod'
import type { Surroundings } from './calls'
import type { CustomField } from './messages'

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
  mauThreshold: number
}

/** What the newest build takes without a complaint (contract §1.4 A): every key there, no nulls, an instant with `Z`. */
const newestSchema = z.object({
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

/** Before, the customer could be absent. */
const cachedSchema = newestSchema.extend({ customer: newestSchema.shape.customer.partial().default({}) })

/** What the browser counts users by. Throws, as the software fails, when it is not there. */
export function fieldsOf(told: object): CustomField[] {
  return newestSchema.pick({ custom_fields: true }).parse(told).custom_fields
}

/** The number that the browser compares with; NaN when it cannot be read. */
export function thresholdOf(fields: CustomField[] | undefined): number {
  return Number.parseInt(fields?.find(field => field.name === 'mau_threshold')?.value ?? '', 10)
}

/** Throws, as the software fails, when a member is missing or of another type. */
export function readDetails(told: object, { generation }: Pick<Surroundings, 'generation'>): LicenseDetails {
  const schema = generation === 'newest' ? newestSchema : cachedSchema
  const { product_details: product, customer, custom_fields: fields, ...license } = schema.parse(told)
  return {
    licenseKey: license.license_key,
    licenseType: license.license_type,
    productName: product.product_name,
    productCode: product.short_code,
    companyName: customer.company_name ?? '',
    customerEmail: customer.email ?? '',
    customerName: `${customer.first_name ?? ''} ${customer.last_name ?? ''}`.trim(),
    validUpto: license.validity_period.slice(0, 10),
    mauThreshold: thresholdOf(fields),
  }
}
