import { AppError, type ErrorCode } from '@/lib/errors'
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
  return new AppError(CODES[status] ?? 'INVALID', detail ? `${message} ${detail}` : message, { reason })
}
