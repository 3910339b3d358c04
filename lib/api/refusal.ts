import { AppError, type ErrorCode } from '@/lib/errors'
import { faultOf, log } from '@/lib/log'
import { isUnreachable } from '@/lib/unreachable'
import { type Call, header } from './call'

/** A refusal that only HTTP knows: endpoint turned off, unknown path, wrong verb, large body. */
export class DoorError extends AppError {
  constructor(
    readonly status: 403 | 404 | 405 | 413,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(status === 404 ? 'NOT_FOUND' : 'INVALID', message)
  }
}

/** What went wrong, for a protocol to put into its own words. */
export interface Refusal {
  status: number
  /** The protocol's error code. */
  code: string
  /** A sentence that may be shown to whoever asked. */
  message: string
  requestId: string
}

/** How one protocol of the machine door refuses: its status and code for each kind of refusal, its body, its headers. */
export interface Protocol {
  table: Record<ErrorCode, { status: number; code: string }>
  /** The status of one of the protocol's own codes, where the kind of refusal does not give it. */
  statusOf?(code: string): number | undefined
  body(refusal: Refusal): object
  headers(refusal: Refusal): Record<string, string>
}

const UNEXPECTED = {
  status: 500,
  code: 'server_error',
  message: 'Something went wrong on our side. Try again in a moment.',
}
const UNREACHABLE = {
  status: 503,
  code: 'temporarily_unavailable',
  message: 'The database cannot be reached just now. Try again in a moment.',
}

/** The answer to an error, in the protocol's shape. Unknown errors become a fixed sentence, with details in the log. */
export function refuse(c: Call, error: unknown, protocol: Protocol): Response {
  const told = error instanceof AppError ? error : null
  const requestId = header(c, 'x-request-id') ?? ''
  if (!told) log.error({ ...faultOf(error), requestId, path: c.req.path }, 'a request failed')
  const refusal: Refusal = { ...(told ? asTold(told, protocol) : ourFault(error)), requestId }
  return new Response(JSON.stringify(protocol.body(refusal)), {
    status: refusal.status,
    headers: {
      'content-type': 'application/json',
      ...protocol.headers(refusal),
      ...(told?.retryAfter !== undefined && { 'retry-after': String(told.retryAfter) }),
      ...(refusal.status === UNREACHABLE.status && { 'retry-after': '2' }),
      ...(told instanceof DoorError && told.headers),
    },
  })
}

function asTold(told: AppError, { table, statusOf }: Protocol) {
  const row = table[told.code]
  const code = told.reason ?? row.code
  const status = told instanceof DoorError ? told.status : (statusOf?.(code) ?? row.status)
  return { status, code, message: told.message }
}

function ourFault(error: unknown) {
  return isUnreachable(error) ? UNREACHABLE : UNEXPECTED
}
