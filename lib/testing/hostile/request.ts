import fc from 'fast-check'
import type { Asked } from '../in-process'
import type { Operation } from './document'
import type { Known } from './known'
import { hostileBody, hostileEncoded, hostileHeader, hostileJson, hostileType, strangeName } from './values'

/** A request in parts, before hostile hands have been laid on it. */
interface Draft {
  method: string
  /** Name and encoded value. */
  query: [string, string][]
  headers: Record<string, string>
  /** Name and value: a JSON text, or encoded for a form. */
  fields: [string, string][]
  /** Takes the place of the fields. */
  body?: string
}
type Change = (draft: Draft, known: Known) => unknown

/** Up to four things that are wrong with a request. Nothing wrong comes too: it shows that the rest would be right. */
export function changesOf(operation: Operation): fc.Arbitrary<Change[]> {
  const kinds = [credentials, oneHeader(operation), wrongMethod, strangeParameter]
  if (operation.parameters.length > 0) kinds.push(oneParameter(operation))
  if (operation.body)
    kinds.push(oneField(operation.body), oneField(operation.body), wholeBody, wrongType, twice)
  return fc.array(fc.oneof(...kinds), { maxLength: 4 })
}

const named = (what: string, change: Change): Change => Object.assign(change, { toString: () => what })

const credentials = fc
  .oneof(
    fc.constant(''),
    fc.nat(20).map(String),
    hostileHeader.map(value => `:${value}`),
  )
  .map(choice =>
    named(`authorization ${choice}`, ({ headers }, known) => {
      const all = known.authorizations
      if (choice === '') delete headers.authorization
      else if (choice.startsWith(':')) headers.authorization = choice.slice(1)
      else headers.authorization = all[Number(choice) % all.length] ?? ''
    }),
  )

function oneHeader({ parameters }: Operation): fc.Arbitrary<Change> {
  const names = parameters.filter(one => one.in === 'header').map(one => one.name)
  return fc
    .tuple(fc.constantFrom(...names, 'accept', 'content-length', 'cookie', 'x-forwarded-for'), hostileHeader)
    .map(([name, value]) =>
      named(`${name}: ${value}`, ({ headers }) => Object.assign(headers, { [name]: value })),
    )
}

function oneParameter({ parameters }: Operation): fc.Arbitrary<Change> {
  const name = fc.constantFrom(...parameters.map(one => one.name))
  return fc.tuple(name, hostileEncoded, fc.boolean()).map(([name, value, more]) =>
    named(`?${name}=${value}`, draft => {
      if (!more) draft.query = draft.query.filter(([other]) => other !== name)
      draft.query.push([name, value])
    }),
  )
}

const strangeParameter = fc
  .tuple(strangeName, hostileEncoded)
  .map(([name, value]) =>
    named(`?strange ${name}=${value}`, draft => void draft.query.push([encoded(name), value])),
  )

function oneField({ type, fields }: NonNullable<Operation['body']>): fc.Arbitrary<Change> {
  const value = type.includes('json') ? hostileJson : hostileEncoded
  const known = fields.length > 0 ? [{ weight: 5, arbitrary: fc.constantFrom(...fields) }] : []
  const name = fc.oneof(...known, strangeName)
  return fc.tuple(name, value).map(([name, value]) =>
    named(`${name} = ${value}`, draft => {
      draft.fields = [...draft.fields.filter(([other]) => other !== name), [name, value]]
    }),
  )
}

const twice = fc.nat(10).map(index =>
  named(`field ${index} twice`, draft => {
    const field = draft.fields[index % Math.max(1, draft.fields.length)]
    if (field) draft.fields.push(field)
  }),
)
const wholeBody = hostileBody.map(body => named(`body ${body}`, draft => Object.assign(draft, { body })))
const wrongType = hostileType.map(type =>
  named(`type ${type}`, ({ headers }) => Object.assign(headers, { 'content-type': type })),
)
const wrongMethod = fc
  .constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'BREW', 'get')
  .map(method => named(`method ${method}`, draft => Object.assign(draft, { method })))

/** The request that is right for an operation, as far as there is one, with these changes made to it. */
export function ask(operation: Operation, changes: Change[], known: Known): Asked {
  const draft = right(operation, known)
  for (const change of changes) change(draft, known)
  const isForm = operation.body?.type.includes('urlencoded')
  const query = draft.query.map(([name, value]) => `${name}=${value}`).join('&')
  return {
    method: draft.method,
    path: query ? `${operation.path}?${query.replaceAll('#', '%23')}` : operation.path,
    headers: draft.headers,
    body: draft.body ?? (isForm ? formOf(draft.fields) : operation.body ? jsonOf(draft.fields) : ''),
  }
}

function right({ id, tag, method, parameters, body }: Operation, known: Known): Draft {
  const rightValue = (name: string) => known.values[`${id}.${name}`] ?? known.values[name]
  const given = (place: string) =>
    parameters.flatMap(({ name, in: where }): [string, string][] => {
      const value = where === place ? rightValue(name) : undefined
      return value === undefined ? [] : [[name, String(value)]]
    })
  const authorization = known.rightFor[id] ?? known.rightFor[tag]
  return {
    method,
    query: given('query').map(([name, value]) => [name, encoded(value)]),
    headers: {
      ...Object.fromEntries(given('header')),
      ...(body && { 'content-type': body.type }),
      ...(authorization && { authorization }),
    },
    fields: (body?.fields ?? []).flatMap((name): [string, string][] => {
      const value = rightValue(name)
      if (value === undefined) return []
      return [[name, body?.type.includes('json') ? JSON.stringify(value) : encoded(String(value))]]
    }),
  }
}

const encoded = (text: string) => new URLSearchParams({ a: text }).toString().slice(2)
const formOf = (fields: [string, string][]) =>
  fields.map(([name, value]) => `${encoded(name)}=${value}`).join('&')
const jsonOf = (fields: [string, string][]) =>
  `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`
