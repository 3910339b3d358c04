import { DATABASE_AWAY } from '@/lib/database-away'
import { AppError } from '@/lib/errors'
import { faultOf, log } from '@/lib/log'
import type { Problem } from '@/lib/result'
import { isUnreachable } from '@/lib/unreachable'
import { requestId } from './context'

/** What the browser is told of an error: our own refusals as they are, anything else as a fixed sentence. */
export async function toProblem(error: unknown): Promise<Problem> {
  const id = await requestId()
  if (error instanceof AppError) {
    return {
      code: error.code,
      message: error.message,
      requestId: id,
      ...(error.fields && { fields: error.fields }),
    }
  }
  log.error({ ...faultOf(error), requestId: id }, 'a request failed')
  if (isUnreachable(error)) return { code: 'UNAVAILABLE', message: DATABASE_AWAY, requestId: id }
  return {
    code: 'UNEXPECTED',
    message: 'Something went wrong on our side, and nothing was changed. Try again in a moment.',
    requestId: id,
  }
}
