import { z } from 'zod'
import { attributeName, roleName, scopeToken, ssaConfigurationChangeSchema } from './schema'

const { shape } = ssaConfigurationChangeSchema.required()

const softwareRole = z.object({
  name: roleName,
  /** One a line, or separated by spaces. */
  scopes: z
    .string()
    .transform(text => text.split(/\s+/).filter(Boolean))
    .pipe(z.array(scopeToken).max(100)),
})

function namesDiffer(list: { name: string }[]): boolean {
  return new Set(list.map(one => one.name)).size === list.length
}

/** The configuration as the Console's form holds it; what comes out is the configuration. */
export const configurationFormSchema = z.object({
  ...shape,
  ssaEndpoint: z.union([z.literal('').transform(() => null), shape.ssaEndpoint]),
  ssaCustomAttributes: z
    .array(z.object({ name: attributeName, inJwt: z.boolean() }))
    .max(50, 'At most 50 attributes.')
    .refine(namesDiffer, 'Each name may stand here once.'),
  ssaMapSoftwareRolesToScopes: z
    .array(softwareRole)
    .refine(namesDiffer, 'Each role may stand here once.')
    .transform(list => Object.fromEntries(list.map(({ name, scopes }) => [name, scopes]))),
})

export type ConfigurationFields = z.input<typeof configurationFormSchema>
export type ConfigurationValues = z.output<typeof configurationFormSchema>
