import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { crudeGitHub } from '@/lib/testing/crude-github'
import { toFailure } from './failure'
import { octokit } from './octokit'

const NOW = new Date('2026-11-21T00:00:00Z')
/** Milliseconds in which a GitHub on this machine has answered, and one that hangs is given up. */
const PATIENCE = 1000

const gitHub = crudeGitHub()

const ask = () => octokit('token', PATIENCE).rest.repos.get({ owner: 'octo', repo: 'flex' })
const failureOf = (asking: Promise<unknown>) =>
  asking.then(
    () => null,
    error => toFailure(error, NOW),
  )

describe('octokit', () => {
  it('gives what GitHub answers, and takes an answer without a body', async () => {
    gitHub.answers = response =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"full_name":"octo/flex"}')
    expect((await ask()).data.full_name).toBe('octo/flex')
    gitHub.answers = response => response.writeHead(204).end()
    expect((await ask()).status).toBe(204)
  })

  it('gives up on a GitHub that hangs', async () => {
    gitHub.answers = () => {}
    expect(await failureOf(ask())).toMatchObject({ failure: { kind: 'UNAVAILABLE' } })
    expect(gitHub.asked).toEqual(['/api/v3/repos/octo/flex'])
  })

  it.each([
    ['hangs', () => {}],
    ['hangs up', (response: ServerResponse) => setImmediate(() => response.destroy())],
  ])('takes no half answer of a GitHub that %s in the middle', async (_, then) => {
    gitHub.answers = response => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('[{"sha":"1"}', () => then(response))
    }
    expect(await failureOf(ask())).toMatchObject({ failure: { kind: 'UNAVAILABLE' } })
  })

  it.each([
    { does: 'fails', status: 502, headers: {}, failure: { kind: 'UNAVAILABLE' } },
    {
      does: 'limits',
      status: 429,
      headers: { 'retry-after': '1' },
      failure: { kind: 'LIMITED', wait: 1000 },
    },
    {
      does: 'limits',
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW.getTime() / 1000 + 1) },
      failure: { kind: 'LIMITED', wait: 1000 },
    },
  ])(
    'asks a GitHub that $does with $status once, and waits for nothing',
    async ({ status, headers, failure }) => {
      gitHub.answers = response => response.writeHead(status, headers).end('{}')
      expect(await failureOf(ask())).toMatchObject({ failure })
      expect(gitHub.asked).toHaveLength(1)
    },
  )
})
