import type { z } from 'zod'
import { apiDocument } from '@/lib/api-document'
import { exampleOf, type Field, fieldsOf, typeOf } from './api-fields'
import { apiDocumentSchema, type DocumentedOperation, resolved } from './api-schema'
import { curlOf } from './curl'

export interface Reference {
  url: string
  groups: { name: string; description: string; operations: Operation[]; older: string[] }[]
}

/** One operation as the reference page shows it. */
export interface Operation {
  id: string
  method: string
  path: string
  summary: string
  description: string
  /** One of these proves the caller; empty: open to everyone. */
  security: string[]
  parameters: (Field & { place: string })[]
  body: Content | null
  responses: (Partial<Content> & { status: string; description: string })[]
  curl: string
}

interface Content {
  type: string
  fields: Field[]
  example: string
}

export type ApiDocument = z.output<typeof apiDocumentSchema>

/** Everything that the machine door answers, from its own OpenAPI document. */
export function apiReference(): Reference {
  const document = apiDocumentSchema.parse(JSON.parse(apiDocument()))
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  )
  const groups = document.tags.map(({ name, description }) => {
    const own = all.filter(operation => operation.tags.includes(name))
    return {
      name,
      description,
      operations: own.filter(one => !one.deprecated).map(one => shown(one, document)),
      older: own.filter(one => one.deprecated).map(one => `${one.method} ${one.path}`),
    }
  })
  return { url: document.servers[0]?.url ?? '', groups }
}

function shown(
  operation: DocumentedOperation & { path: string; method: string },
  document: ApiDocument,
): Operation {
  const { operationId: id, method, path, summary, description } = operation
  const named = document.components.schemas
  const parameters = operation.parameters.map(one => ({
    name: one.name,
    place: one.in,
    type: typeOf(one.schema, named),
    required: one.required,
    description: one.description ?? one.schema.description ?? '',
  }))
  const responses = Object.entries(operation.responses).map(([status, one]) => ({
    status,
    description: one.description,
    // The shape of refusals is the same everywhere; the first tells it.
    ...(one.content && contentOf(one.content, document)),
  }))
  return {
    id,
    method,
    path,
    summary,
    description,
    security: securityOf(operation, document),
    parameters,
    body: operation.requestBody ? contentOf(operation.requestBody.content, document) : null,
    responses,
    curl: curlOf({ ...operation, url: document.servers[0]?.url ?? '' }, document),
  }
}

function contentOf(
  content: NonNullable<DocumentedOperation['requestBody']>['content'],
  document: ApiDocument,
): Content {
  const named = document.components.schemas
  const [type = '', { schema } = { schema: {} }] = Object.entries(content)[0] ?? []
  const example = exampleOf(resolved(schema, named), named)
  return {
    type,
    fields: fieldsOf(schema, named),
    example: typeof example === 'string' ? example : JSON.stringify(example, null, 2),
  }
}

function securityOf({ security }: DocumentedOperation, { components }: ApiDocument): string[] {
  const ways = security.flatMap(one => Object.keys(one))
  return ways.flatMap(name => {
    const way = components.securitySchemes[name]
    return way ? [`${way.scheme === 'basic' ? 'Basic' : 'Bearer'}: ${way.description}`] : []
  })
}
