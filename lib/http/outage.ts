import { headers } from 'next/headers'
import { AWAY_DIGEST, AWAY_RETRY_AFTER, DATABASE_AWAY } from '@/lib/database-away'
import { faultOf, log } from '@/lib/log'
import { tellOutage } from '@/lib/outages'
import { isUnreachable } from '@/lib/unreachable'
import { requestId } from './context'
import { plainPage } from './plain-page'

/** What a page throws while the database is away. Browsers are told the digest alone, and choose their words by it. */
class Outage extends Error {
  override readonly name = 'Outage'
  readonly digest = AWAY_DIGEST
}

/** Runs what a page reads. While the database is away the door is told, which then answers 503, and the log, once a request. */
export async function tellingOutages<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!isUnreachable(cause)) throw cause
    const id = await requestId()
    const path = (await headers()).get('x-writ-path')?.split('?', 1)[0]
    if (tellOutage(id)) log.error({ ...faultOf(cause), requestId: id, path }, 'a page failed')
    throw new Outage(DATABASE_AWAY, { cause })
  }
}

/** The same for a route whose answer a browser shows as it is. */
export async function orOutagePage(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!isUnreachable(error)) throw error
    log.error({ ...faultOf(error), requestId: await requestId() }, 'a request failed')
    return plainPage({
      status: 503,
      title: 'Writ cannot reach its database',
      text: DATABASE_AWAY,
      link: { href: '/', label: 'Go to the start page' },
      retryAfter: AWAY_RETRY_AFTER,
    })
  }
}
