import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { expect, test } from '../support/test'
import { startWrit } from '../support/writ'

/** Seconds that load balancers and proxies keep an idle connection, as they come. */
const PROXIES_KEEP_S = 60

test('a connection waits longer for its next request than any proxy, at either door', async ({ baseURL }) => {
  for (const path of ['/healthz', '/sign-in']) {
    const { headers } = await fetch(`${baseURL}${path}`)
    const kept = /^timeout=(\d+)$/.exec(headers.get('keep-alive') ?? '')?.[1]
    expect(Number(kept), path).toBeGreaterThan(PROXIES_KEEP_S)
  }
})

test('a request under way when the server is told to stop is answered, and then the server ends', async ({
  installation,
}) => {
  const writ = await startWrit(installation.settings)
  const body = '{"redirect_uris":["nowhere"]}'
  const call = await begin(`${writ.local}/jans-auth/restv1/register`, body.length)
  const stopped = writ.stop()
  await expect(() => expect(fetch(`${writ.local}/healthz`)).rejects.toThrow('fetch failed')).toPass()
  const answer = answerTo(call)
  call.end(body)
  expect(await answer).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
  await stopped
})

/** Resolves when the server has the headers of the request, and waits for its body. */
function begin(url: string, length: number): Promise<ClientRequest> {
  const headers = {
    'content-type': 'application/json',
    'content-length': length,
    connection: 'keep-alive',
    expect: '100-continue',
  }
  const call = request(url, { method: 'POST', headers })
  call.flushHeaders()
  return new Promise((resolve, reject) => {
    call.once('continue', () => resolve(call))
    call.once('error', reject)
  })
}

function answerTo(call: ClientRequest): Promise<{ status?: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    call.once('response', (answer: IncomingMessage) =>
      json(answer).then(body => resolve({ status: answer.statusCode, body }), reject),
    )
    call.once('error', reject)
  })
}
