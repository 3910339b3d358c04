import { AWAY_RETRY_AFTER, DATABASE_AWAY } from '@/lib/database-away'
import { AppError, type ErrorCode } from '@/lib/errors'
import { faultOf, log } from '@/lib/log'
import { isUnreachable } from '@/lib/unreachable'
import { type Call, header } from './call'

/** Endpoint turned off, unknown path, wrong verb, large body. */
type DoorStatus = 403 | 404 | 405 | 413

/** A refusal that only HTTP knows. */
export class DoorError extends AppError {
  constructor(
    readonly status: DoorStatus,
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
  /** The code of what only HTTP knows, where the kind of refusal does not give it. */
  codeOf?: Partial<Record<DoorStatus, string>>
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
  message: DATABASE_AWAY,
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
      ...(refusal.status === UNREACHABLE.status && { 'retry-after': String(AWAY_RETRY_AFTER) }),
      ...(told instanceof DoorError && told.headers),
    },
  })
}

function asTold(told: AppError, { table, codeOf, statusOf }: Protocol) {
  const { message } = told
  const row = table[told.code]
  if (told instanceof DoorError)
    return { status: told.status, code: codeOf?.[told.status] ?? row.code, message }
  const code = told.reason ?? row.code
  return { status: statusOf?.(code) ?? row.status, code, message }
}

function ourFault(error: unknown) {
  return isUnreachable(error) ? UNREACHABLE : UNEXPECTED
}
