import type { Instrumentation } from 'next'
import { AWAY_DIGEST } from '@/lib/database-away'

/** Tells the log which request a page's failure belongs to: the page itself shows only the digest. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // biome-ignore lint/style/noProcessEnv: a constant in each of Next's builds, which keeps Node's modules out of the other.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  // Told already, once for all the parts of a page that fail alike.
  if (digest === AWAY_DIGEST) return
  const { faultOf, log } = await import('@/lib/log')
  const requestId = request.headers['x-request-id']
  // Without the query: a sign-in link carries its token there.
  const path = request.path.split('?', 1)[0]
  log.error({ ...faultOf(error), digest, requestId, path, route: context.routePath }, 'a page failed')
}
