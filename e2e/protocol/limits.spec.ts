import { inWaves } from '@/lib/testing/waves'
import { newDatabaseBeside } from '../support/database'
import { expect, test } from '../support/test'
import { startWrit } from '../support/writ'

const VALIDATION = '/jans-auth/restv1/ssa/validation'
const PER_MINUTE = 1200
/** What one process may hold of a batch that it leased while another is refused. */
const BATCH = PER_MINUTE / 20

test('two processes share the limit of an address, and say when to come again', async ({ installation }) => {
  const database = await newDatabaseBeside(installation.settings.DATABASE_URL)
  const settings = { ...installation.settings, DATABASE_URL: database.url, WRIT_RATE_LIMITS: 'on' }
  const first = await startWrit(settings)
  const second = await startWrit({ ...settings, WRIT_URL: first.url })
  const ask = async ({ local }: { local: string }) => {
    const response = await fetch(`${local}${VALIDATION}`, {
      method: 'POST',
      headers: { jti: crypto.randomUUID() },
    })
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: await response.json(),
    }
  }
  const answers = await inWaves(1400, n => ask(n % 2 ? first : second))
  const refused = answers.filter(({ status }) => status === 429)
  expect(answers.filter(({ status }) => status === 400).length + refused.length).toBe(1400)
  expect(refused.length).toBeGreaterThanOrEqual(200)
  expect(refused.length).toBeLessThanOrEqual(200 + BATCH)
  for (const { retryAfter, body } of refused) {
    expect(Number(retryAfter)).toBeGreaterThan(0)
    expect(Number(retryAfter)).toBeLessThanOrEqual(60)
    expect(body).toMatchObject({ error: 'temporarily_unavailable' })
  }
  await Promise.all([first.stop(), second.stop()])
  await database.stop()
})
