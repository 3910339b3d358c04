import { resolved, type Schema } from './api-schema'

/** A member of a body, or a parameter, in the words of the reference page. */
export interface Field {
  /** Members of members by their path: `keys[].kty`. */
  name: string
  type: string
  required: boolean
  description: string
}

type Named = Record<string, Schema>

/** The members of an object, or of each object of a list, with the members of these after them. */
export function fieldsOf(schema: Schema, named: Named, prefix = ''): Field[] {
  const { properties = {}, required = [], items } = resolved(schema, named)
  if (items) return fieldsOf(items, named, `${prefix}[]`)
  return Object.entries(properties).flatMap(([name, member]) => {
    const path = prefix ? `${prefix}.${name}` : name
    return [
      {
        name: path,
        type: typeOf(member, named),
        required: required.includes(name),
        description: resolved(member, named).description ?? '',
      },
      ...fieldsOf(member, named, path),
    ]
  })
}

/** "string", "array of string or string", "ACTIVE, USED". Null says the same as leaving the member out. */
export function typeOf(schema: Schema, named: Named): string {
  const { type, anyOf, items, enum: values, const: only } = resolved(schema, named)
  if (values) return values.join(', ')
  if (only !== undefined) return String(only)
  if (anyOf)
    return [...new Set(anyOf.map(one => typeOf(one, named)).filter(one => one !== 'null'))].join(' or ')
  const types = [type ?? 'any'].flat().filter(one => one !== 'null')
  if (types[0] === 'array') return `array of ${items ? typeOf(items, named) : 'any'}`
  return types.join(' or ')
}

/** What a body may look like: examples where the schema has them, all members or the required ones alone. */
export function exampleOf(schema: Schema, named: Named, every = true): unknown {
  const {
    example,
    enum: values,
    const: only,
    anyOf,
    items,
    properties,
    required = [],
    type,
  } = resolved(schema, named)
  if (example !== undefined) return example
  if (only !== undefined) return only
  if (values) return values[0]
  if (anyOf?.[0]) return exampleOf(anyOf[0], named, every)
  if (items) return [exampleOf(items, named, every)]
  if (properties) {
    const shown = Object.entries(properties).filter(
      ([name, member]) => every || required.includes(name) || member.example !== undefined,
    )
    return Object.fromEntries(shown.map(([name, member]) => [name, exampleOf(member, named, every)]))
  }
  return PLAIN[[type ?? 'string'].flat()[0] ?? 'string'] ?? '…'
}

const PLAIN: Record<string, unknown> = { integer: 1, number: 1, boolean: true, object: {}, array: [] }
