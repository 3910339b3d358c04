import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { serve } from '@/e2e/support/http'

export interface CrudeGitHub {
  /** What is done to every request from now on. */
  answers: (response: ServerResponse) => void
  /** The paths that the test at hand made it be asked for. */
  asked: string[]
}

/** For the top of a test file: a GitHub without a mind of its own, which the settings name. */
export function crudeGitHub(): CrudeGitHub {
  const gitHub: CrudeGitHub = { answers: () => {}, asked: [] }
  let stop = async () => {}
  beforeAll(async () => {
    const server = await serve((request, response) => {
      gitHub.asked.push(request.url ?? '')
      gitHub.answers(response)
    })
    stop = server.stop
    process.env.GITHUB_URL = server.url
  })
  beforeEach(() => {
    gitHub.asked = []
  })
  afterAll(() => stop())
  return gitHub
}
