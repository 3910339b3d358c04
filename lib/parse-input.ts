import type { z } from 'zod'
import { AppError, fieldErrors, issueSentence } from './errors'
import { unstorableIn } from './storable'

/**
 * What a caller sent, as this schema has it. Throws INVALID with the first thing that is wrong, and `fields` for forms:
 * also for text that no column keeps. What we stored ourselves is parsed without this: that is never the caller's fault.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { error: inWords })
  if (!parsed.success) throw refusedFor(parsed.error.issues)
  const path = unstorableIn(parsed.data)
  if (path) throw refusedFor([{ path, message: UNSTORABLE }])
  return parsed.data
}

const UNSTORABLE = 'This has U+0000 or half a character, which cannot be kept. Leave these out.'

function refusedFor(issues: Parameters<typeof fieldErrors>[0]): AppError {
  return new AppError('INVALID', issueSentence(issues), { fields: fieldErrors(issues) })
}

/** For what a schema has no words of its own. */
export const inWords: z.core.$ZodErrorMap = issue => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing.' : `This must be of the type ${issue.expected}.`
    case 'invalid_value':
      return `Use one of ${issue.values.join(', ')}.`
    case 'too_big':
      return issue.origin === 'string' ? `Use at most ${issue.maximum} characters.` : undefined
    case 'too_small':
      return issue.origin === 'string' ? `Use at least ${issue.minimum} characters.` : undefined
    default:
      return undefined
  }
}
