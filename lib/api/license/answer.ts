import { z } from '@hono/zod-openapi'
import type { CheckedLicense } from '@/lib/licenses/check'
import type { LicenseFacts } from '@/lib/licenses/hot'
import { LICENSE_TYPES, licenseType } from '@/lib/licenses/license-type'
import { REASONS } from '@/lib/licenses/reasons'

/** A license as installed software reads it (license contract §1.4 A, §6.1). No member is ever missing or null. */
export const licenseSchema = z
  .object({
    license_key: z.string().openapi({ example: 'H3VG-RK73-GS6J-Y6AD' }),
    license_active: z.boolean().openapi({
      description: 'Activated and neither suspended nor revoked. Whether its time is over is told beside it.',
    }),
    active: z.boolean().openapi({ description: 'Whether it may be used now: activated, and in force.' }),
    is_expired: z.boolean(),
    license_type: z.enum(LICENSE_TYPES),
    validity_period: z.string().openapi({ example: '2026-12-31T23:59:59Z' }),
    max_activations: z.literal(0).openapi({ description: 'Any number of installations.' }),
    product_details: z.object({ product_name: z.string(), short_code: z.string() }),
    customer: z.object({
      company_name: z.string(),
      email: z.string(),
      first_name: z.string(),
      last_name: z.string(),
    }),
    custom_fields: z.array(z.object({ name: z.string(), value: z.string() })).openapi({
      example: [{ name: 'mau_threshold', value: '1000' }],
    }),
    reason: z.enum(['VALID', 'NOT_ACTIVATED', 'NOT_STARTED', 'EXPIRED', 'SUSPENDED', 'REVOKED', 'REPLACED']),
  })
  .openapi('LicenseState')

/** The Gluu 4 trio reads the key under another name too. */
export const gluu4Schema = licenseSchema
  .extend({ licenseKey: z.string(), mauThreshold: z.int() })
  .openapi('Gluu4LicenseState')

export const retrievedSchema = z
  .object({ licenseKey: z.string(), mauThreshold: z.int().openapi({ example: 1000 }) })
  .openapi('RetrievedLicense')

export const trialSchema = z.object({ license: z.string() }).openapi('TrialLicense')

export const errorSchema = z
  .object({
    code: z.int().openapi({ description: 'The HTTP status; 422 in place of 401 and 403.', example: 402 }),
    message: z.string().openapi({ example: REASONS.NO_LICENSE.message }),
    reason: z.enum(Object.keys(REASONS)).openapi({ example: 'NO_LICENSE' }),
  })
  .openapi('LicenseError')

type Answer = z.output<typeof licenseSchema>

export function license({ license, verdict: { code } }: CheckedLicense): Answer {
  return {
    license_key: license.key,
    // An expired license is still an active one here: only so does installed software tell that it has expired.
    license_active: license.activatedAt !== null && (code === 'VALID' || code === 'EXPIRED'),
    active: code === 'VALID',
    is_expired: code === 'EXPIRED',
    license_type: licenseType(license),
    validity_period: wholeSeconds(license.validUntil),
    max_activations: 0,
    product_details: { product_name: license.productName, short_code: license.productCode },
    customer: {
      company_name: license.customerCompany,
      email: license.customerEmail,
      first_name: license.customerFirstName,
      last_name: license.customerLastName,
    },
    custom_fields: [{ name: 'mau_threshold', value: String(license.mauThreshold) }],
    reason: code,
  }
}

export function gluu4(checked: CheckedLicense): z.output<typeof gluu4Schema> {
  return { ...license(checked), ...retrieved(checked.license) }
}

export function retrieved({ key, mauThreshold }: LicenseFacts): z.output<typeof retrievedSchema> {
  return { licenseKey: key, mauThreshold }
}

/** ISO 8601 with `Z`, as `java.time.Instant` parses and old builds cut it. */
function wholeSeconds(at: Date): string {
  return at.toISOString().replace('.000Z', 'Z')
}
