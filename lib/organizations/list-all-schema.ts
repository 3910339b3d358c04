import type { z } from 'zod'
import { newestFirst, oneOf, pageSchema, searchText } from '@/lib/keyset'
import { ORGANIZATION_KINDS } from './schema'

/** What the Console's list takes from the URL. */
export const listOrganizationsSchema = pageSchema.extend({
  q: searchText,
  kind: oneOf(ORGANIZATION_KINDS),
  dir: newestFirst,
})
export type ListOrganizationsInput = z.output<typeof listOrganizationsSchema>
