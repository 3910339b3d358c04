import { z } from 'zod'
import { newestFirst, pageSchema, searchText } from '@/lib/keyset'

/** `owner/repo`, in the characters that GitHub allows. */
const fullName = z
  .string()
  .trim()
  .max(150, 'GitHub has no name as long as this.')
  .regex(/^[\w.-]+\/[\w.-]+$/, 'Name it like this: owner/repo.')
  // GitHub's API would read these as steps of its own address.
  .refine(
    name => !name.split('/').some(part => part === '.' || part === '..'),
    'Name it like this: owner/repo.',
  )

export const chooseRepositorySchema = z.object({ fullName })
export type ChooseRepositoryInput = z.output<typeof chooseRepositorySchema>

/** `includePrivate` asks GitHub for more than the least. */
export const startConsentSchema = z.object({ includePrivate: z.boolean() })
export type StartConsentInput = z.output<typeof startConsentSchema>

/** Why no access came of a trip to GitHub. */
export const CONSENT_PROBLEMS = ['DENIED', 'STALE', 'OTHER_USER', 'FAILED'] as const
export type ConsentProblem = (typeof CONSENT_PROBLEMS)[number]

/** What GitHub sends a person back with (RFC 6749 §4.1.2). */
export const consentAnswerSchema = z.object({
  state: z.string().max(500).catch('').default(''),
  code: z.string().max(500).catch('').default(''),
  error: z.string().max(500).catch('').default(''),
})
export type ConsentAnswer = z.output<typeof consentAnswerSchema>

/** What the list takes from the URL. The cursors count repositories: GitHub has no better ones. */
export const listRepositoriesSchema = pageSchema.extend({
  q: searchText,
  sort: z.enum(['pushedAt', 'name']).catch('pushedAt').default('pushedAt'),
  dir: newestFirst,
})
export type ListRepositoriesInput = z.output<typeof listRepositoriesSchema>
