import type { FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'

/**
 * Judges a form by a zod schema that is loaded, with zod itself, when it is first needed: both are most of a small
 * page's code. `load` imports the schema.
 */
export function lazyResolver<Fields extends FieldValues, Values>(
  load: () => Promise<z.ZodType<Values, Fields>>,
): Resolver<Fields, unknown, Values> {
  return async (values, context, options) => {
    const [{ zodResolver }, schema] = await Promise.all([import('@hookform/resolvers/zod'), load()])
    return zodResolver(schema)(values, context, options)
  }
}
