import { ONE_YEAR, toLocalInput } from '@/components/ui/local-time'
import type { IssueSsaFields, IssueSsaInput } from '@/lib/ssa/schema'
import { issueSsaSchema } from '@/lib/ssa/schema'

/** The form's own rule beside the verb's schema: a past date is told before anything is sent. */
export const createFormSchema = issueSsaSchema.refine(
  ({ expiresAt }) => expiresAt === undefined || expiresAt.getTime() > Date.now(),
  { path: ['expiresAt'], error: 'Choose a date and time in the future.' },
)

export type CreateFields = IssueSsaFields
export type CreateInput = IssueSsaInput

/** What the form starts with: the role `license` when it is on offer, one year, a client that does not expire. */
export function startingValues(roles: string[]): CreateFields {
  return {
    softwareId: '',
    description: '',
    softwareRoles: roles.filter(role => role === 'license'),
    expiresAt: toLocalInput(ONE_YEAR.from(new Date())),
    lifetime: null,
    oneTimeUse: false,
    rotateSsa: false,
    customAttributes: {},
  }
}
