import { readFile } from 'node:fs/promises'
import { createSignInLink } from '@/lib/accounts/sign-in-link'
import { type Cuttable, cuttable } from '@/lib/testing/cuttable'
import { expect, test } from '../support/test'
import { startWrit, type Writ } from '../support/writ'

test.use({ allowedComplaints: [/status of 503|React error #441/] })

let line: Cuttable
let writ: Writ
test.beforeAll(async ({ installation: { settings, ctx } }) => {
  line = await cuttable(settings.DATABASE_URL ?? '')
  writ = await startWrit({ ...settings, DATABASE_URL: line.url, WRIT_URL: ctx.issuer })
})
test.afterEach(() => line.mend())
test.afterAll(async () => {
  await writ.stop()
  await line.close()
})

const AWAY = 'The database cannot be reached just now. Try again in a moment.'

/** The one line of the log about a request, which reaches its file a moment after the answer does the reader. */
async function expectLogged(id: string | undefined, words: string): Promise<void> {
  const lines = async () => {
    const log = await readFile(writ.log, 'utf8')
    return log.split('\n').filter(text => text.includes(String(id)))
  }
  await expect.poll(lines).toEqual([expect.stringContaining(words)])
}

test('while the database is away pages answer 503 and say what to do, and are back with it', async ({
  page,
  mine,
  expectAccessible,
}) => {
  const address = `${writ.local}${mine.path('market/ssa')}`
  expect((await page.goto(address))?.status()).toBe(200)
  line.cut()
  const answer = await page.goto(address)
  expect([answer?.status(), answer?.headers()['retry-after']]).toEqual([503, '2'])
  await expect(page.locator('main')).toContainText(AWAY)
  await expectAccessible(page)
  await expectLogged(answer?.headers()['x-request-id'], 'a page failed')
  line.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'SSA Management' })).toBeVisible()

  line.cut()
  await page.getByRole('link', { name: 'Members' }).click()
  await expect(page.locator('main')).toContainText(AWAY)
  line.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Members', exact: true })).toBeVisible()
})

test('the portal’s own reads answer 503, with one line of the log each', async ({ page, mine }) => {
  const read = () => page.request.get(`${writ.local}/api/portal${mine.path('ssa')}`)
  expect((await read()).status()).toBe(200)
  line.cut()
  const answer = await read()
  const { 'retry-after': wait, 'content-type': type, 'x-request-id': id } = answer.headers()
  expect([answer.status(), wait, type]).toEqual([503, '2', 'application/problem+json'])
  expect(await answer.json()).toEqual({
    type: 'about:blank',
    title: AWAY,
    status: 503,
    detail: AWAY,
    message: AWAY,
    code: 'UNAVAILABLE',
    requestId: id,
  })
  await expectLogged(id, 'a request failed')
  line.mend()
  expect((await read()).status()).toBe(200)
})

test('no page fails otherwise for whoever is signed in', async ({ page, mine }) => {
  const paths = ['/', '/account', '/organizations/new', '/console', '/help', '/sign-in', '/invitation/abc']
  line.cut()
  for (const path of [...paths, mine.path('members'), mine.path('market/flex')]) {
    const answer = await page.request.get(`${writ.local}${path}`, { maxRedirects: 0 })
    const { 'retry-after': wait, 'x-request-id': id } = answer.headers()
    expect([answer.status(), wait], path).toEqual([503, '2'])
    await expectLogged(id, 'a page failed')
  }
})

test('a sign-in link that is pressed meanwhile is told so, and stays good', async ({
  page,
  mine,
  installation,
}) => {
  const link = new URL(await createSignInLink(installation.ctx, { email: mine.email }))
  line.cut()
  const spend = () =>
    page.request.post(`${writ.local}/api/auth/callback/email`, {
      form: Object.fromEntries(link.searchParams),
      headers: { origin: mine.issuer },
      maxRedirects: 0,
    })
  const answer = await spend()
  expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '2'])
  expect(await answer.text()).toContain(AWAY)
  line.mend()
  expect((await spend()).headers().location).toBe(`${mine.issuer}/`)
})
