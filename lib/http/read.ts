import { unstable_rethrow } from 'next/navigation'
import type { NextRequest } from 'next/server'
import type { Ctx, OrgCtx } from '@/lib/context'
import { AWAY_RETRY_AFTER } from '@/lib/database-away'
import type { Problem } from '@/lib/result'
import { organizationCtx, staffCtx } from './context'
import { toProblem } from './problem'

const STATUS: Record<Problem['code'], number> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT: 429,
  UNAVAILABLE: 503,
  UNEXPECTED: 500,
}

type Params = Record<string, string>
type Route<P extends Params> = (request: NextRequest, route: { params: Promise<P> }) => Promise<Response>

/** A GET of the portal inside an organization. A returned `Response` is sent as it is, anything else as JSON. */
export function organizationRead<P extends Params & { org: string }>(
  verb: (ctx: OrgCtx, input: { query: Record<string, string>; params: P }) => Promise<unknown>,
): Route<P> {
  return (request, route) =>
    respond(async () => {
      const params = await route.params
      return verb(await organizationCtx(params.org), { query: queryOf(request), params })
    })
}

/** The same for staff. */
export function staffRead<P extends Params>(
  verb: (ctx: Ctx, input: { query: Record<string, string>; params: P }) => Promise<unknown>,
): Route<P> {
  return (request, route) =>
    respond(async () => verb(await staffCtx(), { query: queryOf(request), params: await route.params }))
}

function queryOf(request: NextRequest): Record<string, string> {
  return Object.fromEntries(request.nextUrl.searchParams)
}

async function respond(work: () => Promise<unknown>): Promise<Response> {
  try {
    const body = await work()
    return body instanceof Response ? body : Response.json(body, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    unstable_rethrow(error)
    return problemResponse(await toProblem(error))
  }
}

/** RFC 9457 problem details, with our code, fields and request id beside the standard members. */
function problemResponse(problem: Problem): Response {
  const status = STATUS[problem.code]
  const { message: detail, ...rest } = problem
  return Response.json(
    { type: 'about:blank', title: detail, status, detail, message: detail, ...rest },
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        ...(status === 503 && { 'retry-after': String(AWAY_RETRY_AFTER) }),
      },
    },
  )
}
