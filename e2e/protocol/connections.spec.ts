import { once } from 'node:events'
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
async function begin(url: string, length: number): Promise<ClientRequest> {
  const headers = {
    'content-type': 'application/json',
    'content-length': length,
    connection: 'keep-alive',
    expect: '100-continue',
  }
  const call = request(url, { method: 'POST', headers })
  call.flushHeaders()
  await once(call, 'continue')
  return call
}

async function answerTo(call: ClientRequest): Promise<{ status?: number; body: unknown }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    call.once('response', resolve)
    call.once('error', reject)
  })
  return { status: answer.statusCode, body: await json(answer) }
}
