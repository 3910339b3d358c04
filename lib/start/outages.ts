import type { ServerResponse } from 'node:http'
import { AWAY_RETRY_AFTER } from '@/lib/database-away'
import { beginAnswer, endAnswer } from '@/lib/outages'

/** A page chooses no status of its own in Next: what failed because the database is away would go out as 500, and is 503. */
export function answerOutages(response: ServerResponse, requestId: string): void {
  const answer = beginAnswer(requestId)
  response.on('close', () => endAnswer(requestId))
  const { writeHead } = response
  // Next's own answers, too, come by here, as Node sends the headers of any answer.
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const away = answer.outage && status === 500
    if (away) response.setHeader('retry-after', String(AWAY_RETRY_AFTER))
    return Reflect.apply(writeHead, response, [away ? 503 : status, ...rest])
  }
}
