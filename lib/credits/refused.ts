import { AppError, type ErrorCode } from '@/lib/errors'
import { type CreditReason, REASONS } from './reasons'

const KIND: Partial<Record<number, ErrorCode>> = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 409: 'CONFLICT' }

/** A refusal of the credits API, by its reason. */
export function refused(reason: CreditReason, message: string): AppError {
  return new AppError(KIND[REASONS[reason].status] ?? 'INVALID', message, { reason })
}
