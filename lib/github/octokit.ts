import { Octokit } from 'octokit'
import { env } from '@/lib/env'
import { gitHubAddresses } from './addresses'

/** Milliseconds that one request to GitHub may take: a page waits for it. */
const PATIENCE = 8000

const silent = () => {}

/**
 * GitHub's API, in the name of the holder of this token or of nobody. It never tries again and never waits for a
 * limit to pass: whoever asked is told instead.
 */
export function octokit(token: string | null): Octokit {
  return new Octokit({
    ...(token !== null && { auth: token }),
    baseUrl: gitHubAddresses(env()).api,
    userAgent: 'Writ',
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: impatientFetch },
  })
}

/** Gives up on a GitHub that says nothing. */
export function impatientFetch(url: string | URL, options: RequestInit = {}): Promise<Response> {
  const late = AbortSignal.timeout(PATIENCE)
  const signal = options.signal ? AbortSignal.any([options.signal, late]) : late
  return fetch(url, { ...options, signal })
}
