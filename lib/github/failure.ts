import { RequestError } from 'octokit'

/** Why GitHub did not do what it was asked. */
export type Failure =
  | { kind: 'LOST' }
  /** `wait` in milliseconds. */
  | { kind: 'LIMITED'; wait: number }
  | { kind: 'NOT_FOUND' }
  | { kind: 'EMPTY' }
  | { kind: 'SINGLE_SIGN_ON' }
  | { kind: 'FORBIDDEN' }
  | { kind: 'UNAVAILABLE' }

/** GitHub's refusal, without its request: that holds the token, and must reach no log. */
export class GitHubFailure extends Error {
  override readonly name = 'GitHubFailure'
  constructor(readonly failure: Failure) {
    super(`GitHub refused: ${failure.kind}`)
  }
}

/** What octokit threw, in our words; anything that is no answer of GitHub's stays what it is. */
export function toFailure(error: unknown, now: Date): unknown {
  return error instanceof RequestError ? new GitHubFailure(failureOf(error, now)) : error
}

/** Seconds to wait when a limit does not say how long. */
const A_MINUTE = 60

function failureOf({ status, response }: RequestError, now: Date): Failure {
  const headers = response?.headers ?? {}
  switch (status) {
    case 401:
      return { kind: 'LOST' }
    case 404:
      return { kind: 'NOT_FOUND' }
    case 409:
      return { kind: 'EMPTY' }
    case 403:
    case 429:
      return refusal(status, headers, now)
    case 451:
      return { kind: 'FORBIDDEN' }
    default:
      return { kind: 'UNAVAILABLE' }
  }
}

type Headers = Record<string, string | number | undefined>

/** The primary limit says when it is over, a secondary one how long to wait; both come as 403 or 429. */
function refusal(status: number, headers: Headers, now: Date): Failure {
  if (headers['x-github-sso']) return { kind: 'SINGLE_SIGN_ON' }
  const after = Number(headers['retry-after'])
  if (after > 0) return { kind: 'LIMITED', wait: after * 1000 }
  if (headers['x-ratelimit-remaining'] === '0') {
    return { kind: 'LIMITED', wait: Number(headers['x-ratelimit-reset']) * 1000 - now.getTime() }
  }
  return status === 429 ? { kind: 'LIMITED', wait: A_MINUTE * 1000 } : { kind: 'FORBIDDEN' }
}
