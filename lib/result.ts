import type { ErrorCode, FieldErrors } from './errors'

/** What a screen is told when something may not go on. `requestId` finds the details in the log. */
export interface Problem {
  code: ErrorCode | 'UNAVAILABLE' | 'UNEXPECTED'
  message: string
  fields?: FieldErrors
  requestId: string
}

/** The answer of a server action: expected refusals are values, so that forms can show them. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: Problem }
