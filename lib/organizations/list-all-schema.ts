import { z } from 'zod'
import { pageSchema } from '@/lib/keyset'
import { ORGANIZATION_KINDS } from './schema'

/** What the Console's list takes from the URL. Unknown values fall back, so that an old bookmark still opens. */
export const listOrganizationsSchema = pageSchema.extend({
  q: z.string().trim().max(100).catch('').default(''),
  kind: z.enum(ORGANIZATION_KINDS).or(z.literal('')).catch('').default(''),
  dir: z.enum(['asc', 'desc']).catch('desc').default('desc'),
})
export type ListOrganizationsInput = z.output<typeof listOrganizationsSchema>
