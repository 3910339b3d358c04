import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { setRuntime } from '@/lib/runtime'
import { testWorld } from '@/lib/testing/context'
import { type Operation, operationsOf } from '@/lib/testing/hostile/document'
import { type Known, somebodyKnown } from '@/lib/testing/hostile/known'
import { ask, changesOf } from '@/lib/testing/hostile/request'
import { type Asked, machineDoorInProcess } from '@/lib/testing/in-process'

process.env.WRIT_RATE_LIMITS = 'off'
process.env.LOG_LEVEL = 'fatal'
const CASES = 10_000
/** A failure prints what is to be set here to see it again. */
const SEED = Number(process.env.HOSTILE_SEED ?? 20_261_121)
const TRACES = /node_modules|\.ts:\d|at \w+ \(|prisma|postgres|SELECT |<html|<!doctype/i

/** What is right there, Stripe alone can sign. */
const NEVER_RIGHT = ['stripeEvent']

const world = testWorld()
const call = machineDoorInProcess()
let operations: Operation[]

beforeAll(async () => {
  setRuntime({ ...world, issuer: world.owner.issuer, secrets: world.owner.secrets })
  const document = await call({ method: 'GET', path: '/openapi.json', headers: {}, body: '' })
  operations = operationsOf(await document.text())
})

describe('every operation of the machine door', () => {
  it('answers ten thousand hostile requests as documented', { timeout: 900_000 }, async () => {
    const findings: string[] = []
    for (const operation of operations) {
      await beHostile(operation).catch((error: Error) => findings.push(`${operation.id}: ${error.message}`))
    }
    expect(findings.join('\n\n')).toBe('')
  })
})

async function beHostile(operation: Operation): Promise<void> {
  const known = await somebodyKnown(world)
  let successes = 0
  const property = fc.asyncProperty(changesOf(operation), async changes => {
    const asked = ask(operation, changes, known)
    const response = await call(asked)
    const text = await response.text()
    expect(problemsOf({ operation, asked, response, text, known }), shown(asked, response, text)).toEqual([])
    if (response.ok) successes++
  })
  await fc.assert(property, {
    seed: SEED,
    numRuns: Math.ceil(CASES / operations.length),
    includeErrorInReport: true,
  })
  if (NEVER_RIGHT.includes(operation.id)) return
  expect(
    successes,
    `${operation.id} never succeeded: nothing was right but for the hostile part`,
  ).toBeGreaterThan(0)
}

interface Answered {
  operation: Operation
  asked: Asked
  response: Response
  text: string
  known: Known
}

function problemsOf(answered: Answered): string[] {
  const { response, text, known } = answered
  const problems = [...shapeProblems(answered)]
  if (response.status >= 500) problems.push('our own fault')
  const all = `${text}\n${[...response.headers].join('\n')}`
  if (!response.ok && known.secrets.some(secret => all.includes(secret))) problems.push('a secret is told')
  if (!response.ok && TRACES.test(all.replaceAll('PostgreSQL', ''))) problems.push('the inside is told')
  return problems
}

/** What is not as the document says of the operation that was really called. */
function shapeProblems({ operation, asked: { method }, response, text }: Answered): string[] {
  const served = called(operation, method) ?? (method === 'HEAD' ? called(operation, 'GET') : undefined)
  if (!served && response.status !== 405) return [`status ${response.status} for a verb that is not served`]
  const documented = served ? served.responses[response.status] : refusalOf(operation)
  if (documented === undefined) return [`status ${response.status} is not documented`]
  if (method === 'HEAD') return text === '' ? [] : ['a body for HEAD']
  if (documented === null) return text === '' ? [] : ['a body where none is documented']
  if (!response.headers.get('content-type')?.startsWith(documented.type))
    return ['another type than documented']
  const problem = documented.problem(documented.type === 'application/json' ? parsed(text) : text)
  return problem ? [problem] : []
}

/** How operations of this kind refuse, whatever the status; those of a kind that never does, as the token endpoint. */
function refusalOf({ tag }: Operation): Operation['responses'][string] | undefined {
  const refusing = operations.find(one => one.tag === tag && 401 in one.responses)
  return (refusing ?? operations.find(one => one.id === 'token'))?.responses[401]
}

function called({ path }: Operation, method: string): Operation | undefined {
  return operations.find(other => other.path === path && other.method === method.toUpperCase())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function shown({ method, path, headers, body }: Asked, { status }: Response, text: string): string {
  const request = `${method} ${path.slice(0, 500)}\n${JSON.stringify(headers).slice(0, 1500)}\n${body.slice(0, 1500)}`
  return `${request}\n\n${status} ${text.slice(0, 4500)}`
}
