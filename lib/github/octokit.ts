import { Octokit } from 'octokit'
import { env } from '@/lib/env'
import { gitHubAddresses } from './addresses'

/** Milliseconds that one request to GitHub may take: a page waits for it. */
const PATIENCE = 8000

const silent = () => {}

/**
 * GitHub's API, in the name of the holder of this token or of nobody. It never tries again and never waits for a
 * limit to pass: whoever asked is told instead. `patience` in milliseconds.
 */
export function octokit(token: string | null, patience = PATIENCE): Octokit {
  return new Octokit({
    ...(token !== null && { auth: token }),
    baseUrl: gitHubAddresses(env()).api,
    userAgent: 'Writ',
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: (url: string, options: RequestInit) => impatientFetch(url, options, patience) },
  })
}

/** Gives up on a GitHub that says nothing or stops halfway: octokit would take half an answer for all of it. */
export async function impatientFetch(
  url: string,
  options: RequestInit = {},
  patience = PATIENCE,
): Promise<Response> {
  const late = AbortSignal.timeout(patience)
  const signal = options.signal ? AbortSignal.any([options.signal, late]) : late
  const answer = await fetch(url, { ...options, signal })
  const whole = await answer.arrayBuffer()
  return new Response(whole.byteLength > 0 ? whole : null, answer)
}
