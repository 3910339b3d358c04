import { z } from 'zod'
import { LAST_EXPIRATION, LONGEST_ATTRIBUTE, LONGEST_LIFETIME, ssaStatusSchema } from './schema'

/** Text that can be stored and signed: PostgreSQL has no NUL, UTF-8 no halves of a character. */
const text = (longest: number) =>
  z
    .string()
    .max(longest, `Use at most ${longest} characters.`)
    .regex(/^[^\0\p{Surrogate}]*$/u, 'Use text without NUL or broken characters.')

const token = text(200)

/** Janssen's clients send lists as arrays, or as one string with spaces. */
const list = z
  .preprocess(
    given => (typeof given === 'string' ? given.split(/\s+/).filter(Boolean) : given),
    z.array(token),
  )
  .refine(given => given.length <= 100, 'Use at most 100 members.')

/** Epoch seconds, as a number or in digits; a fraction is dropped, and what is not after 1970 counts as absent. */
const expiration = z
  .union([z.number(), z.string().regex(/^-?\d{1,15}$/, 'Give seconds since 1970, as a whole number.')])
  .transform(given => Math.trunc(Number(given)))
  .refine(seconds => seconds * 1000 <= LAST_EXPIRATION.getTime(), {
    error: 'Give seconds, not milliseconds, before the year 10000.',
  })
  .transform(seconds => (seconds > 0 ? new Date(seconds * 1000) : undefined))

const lifetime = z
  .int('Give whole seconds.')
  .min(1, 'The lifetime must be at least one second.')
  .max(LONGEST_LIFETIME, `Use at most ${LONGEST_LIFETIME} seconds.`)

/** A member that is `null` counts as absent, as in Janssen. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform(given => given ?? undefined)

/** What `POST /ssa` takes (Janssen contract §1.5). Unknown members are ignored; custom attributes are read apart. */
export const ssaRequestSchema = z.object({
  org_id: absent(z.union([token, z.number().transform(String)])),
  description: absent(text(4000)),
  software_id: absent(token),
  software_roles: absent(list),
  grant_types: absent(list),
  expiration: absent(expiration),
  one_time_use: absent(z.boolean()),
  rotate_ssa: absent(z.boolean()),
  lifetime: absent(lifetime),
})

/** A configured custom attribute; an empty one counts as absent, for forms send what was cleared. */
const attribute = absent(text(LONGEST_ATTRIBUTE))

type Attributes = z.ZodType<Record<string, string>>
/** Making a schema costs more than using it; a configuration is the same object for many requests. */
const made = new WeakMap<object, Attributes>()

/** Those of the configured custom attributes that a body has; whatever else it has is ignored. */
export function attributesSchema(configured: { name: string }[]): Attributes {
  const known = made.get(configured)
  if (known) return known
  const schema = z
    .object(Object.fromEntries(configured.map(({ name }) => [name, attribute])))
    .transform(given => Object.fromEntries(Object.entries(given).flatMap(present)))
  made.set(configured, schema)
  return schema
}

function present([name, value]: [string, string | undefined]): [string, string][] {
  return value ? [[name, value]] : []
}

/** What `GET /ssa` and `DELETE /ssa` filter by; an empty text is a filter that nothing fits. */
const ssaFilterSchema = z.object({
  jti: z.string().optional(),
  org_id: z.string().optional(),
})
export type SsaFilter = z.output<typeof ssaFilterSchema>

/** What `GET /ssa` takes besides: a status in any case, and where the next part of a long list begins. */
export const findSsasSchema = ssaFilterSchema.extend({
  status: z.string().toUpperCase().pipe(ssaStatusSchema).default('ACTIVE'),
  after: z.string().max(500).optional(),
})
export type FindSsasInput = z.output<typeof findSsasSchema>
