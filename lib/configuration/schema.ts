import { z } from 'zod'

/** RFC 6749 §3.3: what a scope may consist of. */
const scopeToken = z
  .string()
  .regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/, 'A scope has no spaces, quotes or backslashes.')
const roleName = z.string().trim().min(1).max(100)

/** The properties of the SSA endpoint, under Janssen's names (contract §6). */
export const ssaConfigurationSchema = z.object({
  /** The software roles on offer, and the scopes that each gives to a client at registration. */
  ssaMapSoftwareRolesToScopes: z.record(roleName, z.array(scopeToken).max(100)).default({
    license: [
      'https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly',
      'https://jans.io/oauth/jans-auth-server/config/license',
    ],
  }),
})
export type SsaConfiguration = z.output<typeof ssaConfigurationSchema>
