import { inUtc } from '@/lib/email/in-utc'
import { AppError, type ErrorCode } from '@/lib/errors'
import type { LicenseFacts } from './hot'
import type { Verdict } from './judge'
import { REASONS, type ReasonCode } from './reasons'

const CODES: Record<number, ErrorCode> = {
  401: 'UNAUTHENTICATED',
  402: 'CONFLICT',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
}

/** The refusal with this reason code, its sentence followed by `detail`. */
export function refused(reason: ReasonCode, detail?: string): AppError {
  const { status, message } = REASONS[reason]
  const code = reason === 'INSUFFICIENT_SCOPE' ? 'FORBIDDEN' : (CODES[status] ?? 'INVALID')
  return new AppError(code, detail ? `${message} ${detail}` : message, { reason })
}

/** The refusal of a license that is not in force: why it is suspended, or when it starts, is told after the sentence. */
export function notInForce(
  code: Exclude<Verdict['code'], 'VALID'>,
  { suspendedReason, validFrom }: Pick<LicenseFacts, 'suspendedReason' | 'validFrom'>,
): AppError {
  if (code === 'NOT_STARTED') return refused(code, `It starts on ${inUtc(validFrom)}.`)
  return refused(code, code === 'SUSPENDED' && suspendedReason !== null ? suspendedReason : undefined)
}
