import type { Problem } from '@/lib/result'

/** A portal read that failed, with what the person is to be told. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  constructor(readonly problem: Problem) {
    super(problem.message)
  }
}

/** GETs JSON from our own portal. Throws RequestError, made from problem+json (RFC 9457) when the answer is one. */
export async function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await send(url, signal)
  if (!response.ok) throw new RequestError(await problemOf(response))
  return trusted<T>(await response.json())
}

async function send(url: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal, headers: { accept: 'application/json' } })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new RequestError(OFFLINE)
  }
}

/** What is said when no answer came at all. */
export const OFFLINE: Problem = {
  code: 'UNEXPECTED',
  message: 'The server cannot be reached. Check your connection, reload the page and try again.',
  requestId: '',
}

async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('x-request-id') ?? ''
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/problem+json')) {
    return trusted<Problem>(await response.json())
  }
  return { code: 'UNEXPECTED', message: `The server answered with an error (${response.status}).`, requestId }
}

/** JSON of our own routes, whose type is the one that the route's verb returns. */
function trusted<T>(json: unknown): T {
  return json as T
}

/** What to tell of any error that a query or mutation ended with. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof RequestError) return error.problem
  return {
    code: 'UNEXPECTED',
    message: 'Something went wrong in this page. Reload it and try again.',
    requestId: '',
  }
}
