import type { z } from 'zod'
import { AppError, fieldErrors, issueSentence } from './errors'

/**
 * What a caller sent, as this schema has it. Throws INVALID with the first thing that is wrong, and `fields` for forms.
 * What we stored ourselves is parsed without this: that is never the caller's fault.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  throw new AppError('INVALID', issueSentence(issues), { fields: fieldErrors(issues) })
}
