import { z } from 'zod'

const texts = z.union([z.string(), z.array(z.string())])

/** The part of JSON Schema 2020-12 that our document uses. */
export interface Schema {
  $ref?: string | undefined
  type?: string | string[] | undefined
  description?: string | undefined
  enum?: unknown[] | undefined
  const?: unknown
  example?: unknown
  properties?: Record<string, Schema> | undefined
  required?: string[] | undefined
  items?: Schema | undefined
  anyOf?: Schema[] | undefined
  allOf?: Schema[] | undefined
}

const jsonSchema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: texts.optional(),
    description: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    example: z.unknown().optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    items: jsonSchema.optional(),
    anyOf: z.array(jsonSchema).optional(),
    allOf: z.array(jsonSchema).optional(),
  }),
)

const content = z.record(z.string(), z.object({ schema: jsonSchema }))

const operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string(),
  deprecated: z.boolean().default(false),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        description: z.string().optional(),
        schema: jsonSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: content.optional() })),
})
export type DocumentedOperation = z.output<typeof operation>

/** An OpenAPI 3.1 document, as far as the reference page shows it. */
export const apiDocumentSchema = z.object({
  servers: z.array(z.object({ url: z.string() })).min(1),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({
    schemas: z.record(z.string(), jsonSchema),
    securitySchemes: z.record(z.string(), z.object({ scheme: z.string(), description: z.string() })),
  }),
})

/** A schema with references followed and `allOf` put together. */
export function resolved(schema: Schema, named: Record<string, Schema>): Schema {
  const { $ref, allOf, ...own } = schema
  if ($ref) return resolved({ ...named[$ref.replace('#/components/schemas/', '')], ...own }, named)
  if (!allOf) return own
  const parts = [...allOf.map(part => resolved(part, named)), own]
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map(part => part.properties)),
    required: parts.flatMap(part => part.required ?? []),
  }
}
