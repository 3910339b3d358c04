import { z } from 'zod'

/** PostgreSQL has no year 0, and before it another way of writing years. */
const FIRST = new Date('0001-01-01T00:00:00Z')

/** Whether a column keeps this moment. */
function isStorableMoment(at: Date): boolean {
  return at >= FIRST
}

/** A moment in a page's address; a broken one is as good as none. */
export const addressedMoment = z
  .union([z.literal(''), z.iso.datetime({ offset: true }).refine(text => isStorableMoment(new Date(text)))])
  .catch('')
  .default('')
