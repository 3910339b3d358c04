import { exampleOf } from './api-fields'
import type { ApiDocument } from './api-reference'
import type { DocumentedOperation } from './api-schema'

type Called = DocumentedOperation & { method: string; path: string; url: string }

/** What each way to prove oneself looks like on the command line. */
const CREDENTIALS: Record<string, string> = {
  client: '-u "$CLIENT_ID:$CLIENT_SECRET"',
  accessToken: '-H "Authorization: Bearer $TOKEN"',
  registrationToken: '-H "Authorization: Bearer $REGISTRATION_TOKEN"',
}

/** A command for a POSIX shell that calls this operation; what differs from caller to caller is a variable. */
export function curlOf(operation: Called, document: ApiDocument): string {
  const { method, url, path } = operation
  const query = wanted(operation, 'query').map(name => `${name}=$${variable(name)}`)
  const address = `"${url}${path}${query.length > 0 ? `?${query.join('&')}` : ''}"`
  const parts = [
    ...verb(method),
    ...credentials(operation),
    ...wanted(operation, 'header').map(name => `-H "${name}: $${variable(name)}"`),
    ...body(operation, document),
    address,
  ]
  return `curl ${parts.join(' \\\n  ')}`
}

function verb(method: string): string[] {
  if (method === 'GET') return []
  return [method === 'HEAD' ? '-I' : `-X ${method}`]
}

function credentials({ security }: Called): string[] {
  const way = security.flatMap(one => Object.keys(one)).find(name => CREDENTIALS[name])
  return way ? [CREDENTIALS[way] ?? ''] : []
}

/** Required parameters; for an operation that requires none, the first says what its filters look like. */
function wanted({ parameters }: Called, place: string): string[] {
  const here = parameters.filter(one => one.in === place)
  const required = here.filter(one => one.required)
  return (required.length > 0 ? required : here.slice(0, 1)).map(one => one.name)
}

function body({ requestBody }: Called, { components }: ApiDocument): string[] {
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? []
  if (!type || !media) return []
  const example = exampleOf(media.schema, components.schemas, false)
  if (type.includes('json')) return [`-H 'Content-Type: ${type}'`, `-d '${JSON.stringify(example)}'`]
  return Object.entries(example ?? {}).map(([name, value]) => `-d '${name}=${value}'`)
}

function variable(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()
}
