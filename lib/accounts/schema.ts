import { z } from 'zod'

/** An address as it is stored and compared: lower case, no surrounding space, at most 254 characters (RFC 5321). */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This address is too long.')
  .pipe(z.email('Enter an e-mail address, such as ada@example.org.'))

export const signInLinkSchema = z.object({
  email: emailAddress,
  /** Where to go after signing in; anything that is not a page of ours leads home. */
  callbackUrl: z.string().max(2000).optional(),
})
export type SignInLinkInput = z.output<typeof signInLinkSchema>

export const renameAccountSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name.')
    .max(100, 'At most 100 characters.')
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'Use visible characters only.'),
})
export type RenameAccountInput = z.output<typeof renameAccountSchema>

export const methodSchema = z.object({ provider: z.enum(['EMAIL', 'GITHUB']) })
export type SignInMethod = z.output<typeof methodSchema>['provider']

export const sessionSchema = z.object({ id: z.uuid() })

const STAFF_ROLES = ['OPERATOR', 'SALES'] as const
export const staffGrantSchema = z.object({
  email: emailAddress,
  role: z.string().toUpperCase().pipe(z.enum(STAFF_ROLES, 'The role is operator or sales.')),
})
export type StaffGrantInput = z.output<typeof staffGrantSchema>
