import { z } from 'zod'
import { scopeToken } from '@/lib/configuration/schema'
import { DAY_SECONDS } from '@/lib/days'
import { visibleName } from '@/lib/visible-name'

export const clientIdSchema = z.object({ id: z.uuid('This is not the id of a client.') })
export type ClientId = z.output<typeof clientIdSchema>

const scopes = z
  .array(scopeToken)
  .min(1, 'Choose at least one scope.')
  .max(100, 'At most 100 scopes.')
  .transform(list => [...new Set(list)])

/** What an API client is made of; the rest of it is the server's. */
export const createClientSchema = z.object({ name: visibleName('Give the client a name.'), scopes })
export type CreateClientInput = z.output<typeof createClientSchema>

export const CLIENT_KINDS = ['API', 'REGISTERED'] as const
export const CLIENT_STATUSES = ['ACTIVE', 'EXPIRED', 'DISABLED'] as const
export type ClientStatus = (typeof CLIENT_STATUSES)[number]

/** Seconds: initial access tokens live for a year at most. */
const LONGEST = 365 * DAY_SECONDS

export const initialAccessTokenSchema = z.object({
  scopes,
  uses: z
    .int('Use a whole number.')
    .min(1, 'At least one use.')
    .max(10_000, 'At most 10,000 uses.')
    .default(1),
  /** Seconds from now. */
  lifetime: z
    .int('Use whole seconds.')
    .min(1, 'At least a second.')
    .max(LONGEST, 'At most a year.')
    .default(DAY_SECONDS),
})
export type InitialAccessTokenInput = z.output<typeof initialAccessTokenSchema>
