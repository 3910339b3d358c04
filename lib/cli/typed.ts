import type { z } from 'zod'
import { AppError } from '@/lib/errors'

/** What somebody typed, as this schema has it. Throws INVALID with a line for each thing that is wrong. */
export function typed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new AppError('INVALID', parsed.error.issues.map(issue => issue.message).join('\n'))
}
