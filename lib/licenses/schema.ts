import { z } from 'zod'
import { MAX_INT4 } from '@/lib/int4'
import { newestFirst, pageSchema } from '@/lib/keyset'
import { DEFAULT_PRODUCT } from './products'

const LONGEST_TEXT = 200
/** Before it nobody licensed anything here; after it programs write years in other ways. */
const FIRST_INSTANT = new Date('2000-01-01T00:00:00Z')
const LAST_INSTANT = new Date('9999-12-31T23:59:59Z')

const productCode = z.string().trim().min(1, 'Name a product, or leave it out.').max(100)
const host = z
  .string()
  .trim()
  .max(253)
  .regex(/^[\p{L}\p{N}_.:-]+$/u, 'Use a host name.')

/** What installed software says of the license that it wants; without a product code it means the Admin UI's. */
export const retrieveLicenseSchema = z.object({
  organizationId: z.string().max(500).optional(),
  productCode: productCode.default(DEFAULT_PRODUCT),
  fqdn: host.optional(),
})
export type RetrieveLicenseInput = z.output<typeof retrieveLicenseSchema>

/** A license key and the hardware that asks: the organization's id, or a host where licenses are per host. */
export const licenseKeySchema = z.object({
  licenseKey: z.string().max(100),
  hardwareId: z.string().max(500),
  productCode: productCode.optional(),
})
export type LicenseKeyInput = z.output<typeof licenseKeySchema>

export const startTrialSchema = retrieveLicenseSchema.omit({ fqdn: true })
export type StartTrialInput = z.output<typeof startTrialSchema>

const text = z.string().trim().max(LONGEST_TEXT, `Use at most ${LONGEST_TEXT} characters.`).default('')
const instant = z.coerce
  .date({ error: 'Choose a date and time.' })
  .min(FIRST_INSTANT, 'Choose a date after the year 1999.')
  .max(LAST_INSTANT, 'Choose a date before the year 10000.')

/** Who the license is made out to, as installed software shows it. */
const customerSchema = z.object({
  company: text,
  email: z
    .email('This is not an e-mail address.')
    .max(254, 'This address is too long.')
    .or(z.literal(''))
    .default(''),
  firstName: text,
  lastName: text,
})
export type Customer = z.output<typeof customerSchema>

export const issueEnterpriseSchema = z.object({
  organizationId: z.string().trim().min(1, 'Name the organization.').max(500),
  productCode: productCode.default(DEFAULT_PRODUCT),
  /** The host, for a product that is licensed per host. */
  fqdn: host.or(z.literal('')).default(''),
  mauThreshold: z
    .int('Use a whole number.')
    .min(1, 'A license allows one monthly active user at least.')
    .max(MAX_INT4, 'This is more than can be licensed.'),
  /** Absent: from now on. */
  validFrom: instant.optional(),
  validUntil: instant,
  customer: customerSchema.default({ company: '', email: '', firstName: '', lastName: '' }),
  /** Only staff see them. */
  notes: z.string().trim().max(5000, 'Use at most 5,000 characters.').default(''),
  /** The license that this is agreed to end; null: none. Absent: whichever is live. */
  replacesId: z.uuid().nullable().optional(),
})
export type IssueEnterpriseInput = z.output<typeof issueEnterpriseSchema>

/** Of which license staff want to know what a new one would replace. */
export const licenseOfferSchema = issueEnterpriseSchema.pick({
  organizationId: true,
  productCode: true,
  fqdn: true,
})
export type LicenseOfferInput = z.output<typeof licenseOfferSchema>

/** What leads to the form of a new license may say; anything else in the address leaves a field to be filled in. */
export const prefillLicenseSchema = z.object({
  org: z.string().catch(''),
  mau: z.coerce.number().pipe(issueEnterpriseSchema.shape.mauThreshold).nullable().catch(null),
})
export type PrefillLicenseInput = z.output<typeof prefillLicenseSchema>

export const licenseIdSchema = z.object({ id: z.uuid('This is not the id of a license.') })
export type LicenseId = z.output<typeof licenseIdSchema>

const { mauThreshold, validUntil, customer, notes } = issueEnterpriseSchema.shape

/** What may be changed of a license; what is absent stays. */
export const changeLicenseSchema = licenseIdSchema.extend({
  mauThreshold: mauThreshold.optional(),
  validUntil: validUntil.optional(),
  customer: customer.unwrap().optional(),
  notes: notes.unwrap().optional(),
})
export type ChangeLicenseInput = z.output<typeof changeLicenseSchema>

/** Suspending and revoking want a reason, which the customer is told. */
export const endLicenseSchema = licenseIdSchema.extend({
  reason: z.string().trim().min(1, 'Say why: the customer is told.').max(500, 'Use at most 500 characters.'),
})
export type EndLicenseInput = z.output<typeof endLicenseSchema>

/** Which license the card is about. */
export const currentLicenseSchema = z.object({
  productCode: productCode.default(DEFAULT_PRODUCT),
  fqdn: host.or(z.literal('')).default(''),
})
export type CurrentLicenseInput = z.output<typeof currentLicenseSchema>

export const listInstallationsSchema = pageSchema.extend({
  /** Part of a client's name, an address, a host or the software id of an SSA. */
  q: z.string().trim().max(LONGEST_TEXT).optional(),
  productCode: productCode.optional(),
  sort: z.enum(['lastSeenAt', 'firstSeenAt']).catch('lastSeenAt').default('lastSeenAt'),
  dir: newestFirst,
})
export type ListInstallationsInput = z.output<typeof listInstallationsSchema>
