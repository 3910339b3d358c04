import { z } from 'zod'
import { signingAlgorithmSchema } from '@/lib/keys/schema'
import { RESERVED_NAMES } from './reserved-names'

/** RFC 6749 §3.3: what a scope may consist of. */
export const scopeToken = z
  .string()
  .regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/, 'A scope has no spaces, quotes or backslashes.')
  .max(500, 'Use at most 500 characters.')
export const roleName = z
  .string()
  .trim()
  .min(1, 'Give the role a name.')
  .max(100, 'Use at most 100 characters.')

export const attributeName = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.:/-]{0,99}$/,
    'A name starts with a letter, then letters, digits and _ . : / - (at most 100).',
  )
  .refine(name => !RESERVED_NAMES.has(name), {
    error: issue => `"${issue.input}" means something else in a statement. Choose another name.`,
  })

const customAttribute = z
  .union([attributeName, z.strictObject({ name: attributeName, inJwt: z.boolean().default(false) })])
  .transform(given => (typeof given === 'string' ? { name: given, inJwt: false } : given))

/** The properties of the SSA endpoint, under Janssen's names (Janssen contract §6). */
const properties = {
  /** Whether the SSA endpoint answers at all; when not, every request to it gets 403. */
  ssaEnabled: z.boolean(),
  /** The address that discovery names as `ssa_endpoint`; null: where this server answers. */
  ssaEndpoint: z
    .url({ protocol: /^https?$/, error: 'Give an http or https address, or leave it empty.' })
    .nullable(),
  /** The custom attributes that a statement may carry; `inJwt`: as a claim too. A plain name is not a claim. */
  ssaCustomAttributes: z
    .array(customAttribute)
    .max(50)
    .refine(
      list => new Set(list.map(one => one.name)).size === list.length,
      'Each name may stand here once.',
    ),
  /** Changing it makes keys of the new algorithm; statements signed before stay as they are. */
  ssaSigningAlg: signingAlgorithmSchema,
  /** Days until a statement expires when the request does not say. */
  ssaExpirationInDays: z
    .int('Use whole days.')
    .min(1, 'At least one day.')
    .max(36_500, 'At most 36,500 days.'),
  /** The software roles on offer, and the scopes that each gives to a client at registration. */
  ssaMapSoftwareRolesToScopes: z.record(roleName, z.array(scopeToken).max(100)),
}

/** What operators send: the properties to change, and no others. */
export const ssaConfigurationChangeSchema = z.strictObject(properties).partial()
export type SsaConfigurationChange = z.input<typeof ssaConfigurationChangeSchema>

export type SsaConfiguration = z.output<z.ZodObject<typeof properties>>

const DEFAULTS: SsaConfiguration = {
  ssaEnabled: true,
  ssaEndpoint: null,
  ssaCustomAttributes: [],
  ssaSigningAlg: 'RS256',
  ssaExpirationInDays: 30,
  ssaMapSoftwareRolesToScopes: {
    license: [
      'https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly',
      'https://jans.io/oauth/jans-auth-server/config/license',
    ],
  },
}

/** What is stored, over the defaults. */
export const ssaConfigurationSchema = z
  .object(properties)
  .partial()
  .transform((stored): SsaConfiguration => ({ ...DEFAULTS, ...stored }))
