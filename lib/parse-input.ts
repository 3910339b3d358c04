import type { z } from 'zod'
import { AppError, fieldErrors, issueSentence } from './errors'

/**
 * What a caller sent, as this schema has it. Throws INVALID with the first thing that is wrong, and `fields` for forms.
 * What we stored ourselves is parsed without this: that is never the caller's fault.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { error: inWords })
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  throw new AppError('INVALID', issueSentence(issues), { fields: fieldErrors(issues) })
}

/** For what a schema has no words of its own. */
const inWords: z.core.$ZodErrorMap = issue => {
  if (issue.code !== 'invalid_type') return undefined
  return issue.input === undefined ? 'This is missing.' : `This must be of the type ${issue.expected}.`
}
