import { z } from 'zod'
import { MAX_INT4 } from '@/lib/int4'
import { newestFirst, oneOf, pageSchema, searchText } from '@/lib/keyset'
import { visibleName } from '@/lib/visible-name'

/** Seconds, about 68 years. */
export const LONGEST_LIFETIME = MAX_INT4
/** Characters of a custom attribute. */
export const LONGEST_ATTRIBUTE = 1000
export const LAST_EXPIRATION = new Date('9999-12-31T23:59:59Z')

/** What the portal's form asks for. Everything else of a statement is the server's. */
export const issueSsaSchema = z.object({
  softwareId: visibleName('Give the software a name.'),
  description: z.string().trim().max(1000, 'Use at most 1,000 characters.').default(''),
  softwareRoles: z.array(z.string()).max(50).default(['license']),
  /** Absent: one year from now. */
  expiresAt: z.coerce
    .date({ error: 'Choose a date and time.' })
    .max(LAST_EXPIRATION, 'Choose a date before the year 10000.')
    .optional(),
  /** Seconds that a client registered with the statement lives. Null: it does not expire. */
  lifetime: z
    .int('Use whole days.')
    .min(1, 'The lifetime must be longer than nothing. Choose "Never" for a client that does not expire.')
    .max(LONGEST_LIFETIME, 'Use at most 24,855 days, or choose "Never".')
    .nullable()
    .default(null),
  oneTimeUse: z.boolean().default(false),
  rotateSsa: z.boolean().default(false),
  /** By configured name; an empty value counts as not given. */
  customAttributes: z
    .record(z.string(), z.string().trim().max(LONGEST_ATTRIBUTE, 'Use at most 1,000 characters.'))
    .default({})
    .transform(given => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))),
})
export type IssueSsaInput = z.output<typeof issueSsaSchema>
export type IssueSsaFields = z.input<typeof issueSsaSchema>

const SSA_STATUSES = ['ACTIVE', 'USED', 'EXPIRED', 'REVOKED'] as const
export const ssaStatusSchema = z.enum(SSA_STATUSES)
export type SsaStatus = z.output<typeof ssaStatusSchema>

/** What the list takes from the URL. */
export const listSsasSchema = pageSchema.extend({
  q: searchText,
  status: oneOf(SSA_STATUSES),
  sort: z.enum(['createdAt', 'expiresAt']).catch('createdAt').default('createdAt'),
  dir: newestFirst,
})
export type ListSsasInput = z.output<typeof listSsasSchema>

export const ssaIdSchema = z.object({ jti: z.uuid('This is not the id of an SSA.') })
export type SsaId = z.output<typeof ssaIdSchema>

/** Revoking many asks for the organization's name, typed back. */
export const revokeAllSsasSchema = z.object({ confirmation: z.string() })
export type RevokeAllSsasInput = z.output<typeof revokeAllSsasSchema>

export const verifySsaSchema = z.object({ jwt: z.string().max(20_000) })
export type VerifySsaInput = z.output<typeof verifySsaSchema>
