import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'

/** The account of the person of staff who acts; throws FORBIDDEN for the system, which handles no tickets. */
export function staffId({ actor }: Ctx): string {
  if (actor.kind === 'staff') return actor.accountId
  throw new AppError('FORBIDDEN', 'Only a person of staff may do this.')
}
