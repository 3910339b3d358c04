import { Ajv2020 } from 'ajv/dist/2020'
import { z } from 'zod'

const contentSchema = z.record(z.string(), z.object({ schema: z.unknown() }))
const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['query', 'header']),
  required: z.boolean().optional(),
})
const operationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema.optional() })),
})
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

/** One operation as the OpenAPI document tells it. */
export interface Operation {
  id: string
  tag: string
  method: string
  path: string
  parameters: z.output<typeof parameterSchema>[]
  /** Absent for operations without a body. */
  body?: { type: string; fields: string[] }
  /** By status: the type of the answer and what is wrong with a body; null where there is no body. */
  responses: Record<string, Answer | null>
}

interface Answer {
  type: string
  problem(body: unknown): string | null
}

/** All operations of an OpenAPI 3.1 document. */
export function operationsOf(text: string): Operation[] {
  const document = documentSchema.parse(JSON.parse(text))
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema(document, 'openapi')
  const answerOf = (content: z.output<typeof contentSchema> | undefined, pointer: string): Answer | null => {
    const type = Object.keys(content ?? {})[0]
    if (!type) return null
    const validate = ajv.compile({ $ref: `openapi#${pointer}/content/${escaped(type)}/schema` })
    return { type, problem: body => (validate(body) ? null : ajv.errorsText(validate.errors)) }
  }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const pointer = `/paths/${escaped(path)}/${method}/responses`
      const responses = Object.entries(described.responses).map(([status, { content }]) => [
        status,
        answerOf(content, `${pointer}/${status}`),
      ])
      return {
        id: described.operationId,
        tag: described.tags[0] ?? '',
        method: method.toUpperCase(),
        path,
        parameters: described.parameters,
        ...(described.requestBody && {
          body: bodyOf(described.requestBody.content, document.components.schemas),
        }),
        responses: Object.fromEntries(responses),
      }
    }),
  )
}

const objectSchema = z.object({
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
})

function bodyOf(content: z.output<typeof contentSchema>, schemas: Record<string, unknown>) {
  const [type = '', media] = Object.entries(content)[0] ?? []
  return { type, fields: fieldsOf(media?.schema, schemas) }
}

function fieldsOf(schema: unknown, schemas: Record<string, unknown>): string[] {
  const { $ref, properties = {}, allOf = [] } = objectSchema.parse(schema)
  if ($ref) return fieldsOf(schemas[$ref.replace('#/components/schemas/', '')], schemas)
  return [...allOf.flatMap(part => fieldsOf(part, schemas)), ...Object.keys(properties)]
}

/** A step of a JSON pointer in a URI fragment (RFC 6901 §6). */
function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))
}
