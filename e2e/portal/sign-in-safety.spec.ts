import { readFile } from 'node:fs/promises'
import { gitHubSecrets, newGitHubPerson } from '../support/github'
import { linkIn } from '../support/mailbox'
import {
  alertOn,
  askForLink,
  expectSignedIn,
  mailedLink,
  openAndConfirm,
  signInAtGitHub,
} from '../support/sign-in'
import { expect, test } from '../support/test'
import { startWrit } from '../support/writ'

const HOSTILE = [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  'https:evil.example',
  '%2F%2Fevil.example',
  'javascript:alert(1)',
  'http://localhost@evil.example/',
]

test('a hostile callbackUrl never leaves the site', async ({
  page,
  baseURL,
  newPerson,
  signIn,
  newBrowser,
}) => {
  const signedIn = await newBrowser()
  await signIn(newPerson(), signedIn)
  for (const callbackUrl of HOSTILE) {
    const query = new URLSearchParams({ callbackUrl }).toString()
    const answer = await signedIn.request.get(`/sign-in?${query}`, { maxRedirects: 0 })
    const location = new URL(answer.headers().location ?? '', baseURL)
    expect(location.origin, callbackUrl).toBe(baseURL)
    expect(answer.headers().location, callbackUrl).not.toMatch(/^[\\/]{2}/)
  }
  const link = new URL(await mailedLink(page, newPerson(), '//evil.example/'))
  expect(link.searchParams.has('callbackUrl')).toBe(false)
  for (const callbackUrl of HOSTILE) {
    const form = { ...Object.fromEntries(link.searchParams), callbackUrl, token: 'not-a-token' }
    const headers = { origin: baseURL ?? '' }
    const answer = await page.request.post('/api/auth/callback/email', { form, headers, maxRedirects: 0 })
    expect(new URL(answer.headers().location ?? '', baseURL).origin, callbackUrl).toBe(baseURL)
  }
  link.searchParams.set('callbackUrl', 'https://evil.example/')
  await openAndConfirm(page, link.href)
  await expect(page).toHaveURL(new RegExp(`^${baseURL}/o/`))
})

test('what somebody writes into the addresses of sign-in is no fault of ours', async ({
  request,
  baseURL,
}) => {
  const told = (error: string) => request.get(`/api/auth/error?error=${error}`, { maxRedirects: 0 })
  for (const error of ['%00', '%0D%0ASet-Cookie:a=b', '<script>', '']) {
    const answer = await told(error)
    expect([answer.status(), answer.headers().location], error).toEqual([303, '/sign-in?error=Default'])
    expect(answer.headers()['set-cookie']).toBeUndefined()
  }
  expect((await told('AccessDenied')).headers().location).toBe('/sign-in?error=AccessDenied')
  const link = { token: 'a\0', email: 'a\0b@example.org', callbackUrl: '\0' }
  const page = await request.get(`/sign-in/confirm?${new URLSearchParams(link)}`)
  expect(page.status()).toBe(200)
  const headers = { origin: baseURL ?? '' }
  const spent = await request.post('/api/auth/callback/email', { form: link, headers, maxRedirects: 0 })
  expect([spent.status(), spent.headers().location]).toEqual([303, expect.stringContaining('LinkSpent')])
})

test('a callbackUrl of ours is followed after signing in', async ({ page, newPerson }) => {
  const { email, mailbox } = newPerson()
  await page.goto('/account?from=a%26b')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await openAndConfirm(page, linkIn(await mailbox.next()))
  await expect(page).toHaveURL('/account?from=a%26b')
})

test('the session cookie is out of reach for scripts and other sites', async ({
  page,
  newPerson,
  signIn,
}) => {
  await signIn(newPerson())
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'next-auth.session-token')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false })
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400
  expect(days).toBeGreaterThan(29.9)
  expect(days).toBeLessThan(30.1)
})

test('of next-auth only the paths we use are open', async ({ request, baseURL }) => {
  const headers = { origin: baseURL ?? '' }
  for (const path of ['session', 'providers', 'signout', 'verify-request', 'callback/credentials']) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404)
  }
  for (const path of ['signin/email', '_log', 'session', 'signout', 'callback/github']) {
    expect((await request.post(`/api/auth/${path}`, { form: {}, headers })).status(), path).toBe(404)
  }
})

test('no secret is left in pages, in the log or in the database', async ({
  page,
  newPerson,
  installation,
}) => {
  const person = newPerson()
  const link = await mailedLink(page, person)
  const token = new URL(link).searchParams.get('token') ?? ''
  const pages: string[] = []
  await openAndConfirm(page, link)
  await expectSignedIn(page)
  pages.push(await page.content())
  await page.context().clearCookies({ name: 'next-auth.session-token' })
  await signInAtGitHub(page, await newGitHubPerson())
  await expectSignedIn(page)
  pages.push(await page.content())
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith('session-token'))?.value
  const secrets = [token, session ?? '', ...(await gitHubSecrets())]
  expect(secrets.every(secret => secret.length > 20)).toBe(true)

  const dump = await dumpOf(installation.pool)
  const log = await readFile(process.env.E2E_LOG ?? '', 'utf8')
  expect(dump).toContain(person.email)
  for (const secret of secrets) {
    expect(dump).not.toContain(secret)
    expect(log).not.toContain(secret)
    for (const html of pages) expect(html).not.toContain(secret)
  }
})

async function dumpOf(pool: {
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>
}): Promise<string> {
  const tables = await pool.query(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  )
  const contents = tables.rows.map(({ name }) => pool.query(`SELECT t::text FROM ${name} t`))
  return JSON.stringify((await Promise.all(contents)).map(({ rows }) => rows))
}

test.describe('with limits on', () => {
  test.use({ allowedComplaints: [/status of 429/] })

  test('too many links to one address, and too many tries, are refused with a time to come back', async ({
    browser,
    installation,
    newPerson,
  }) => {
    const writ = await startWrit({ ...installation.settings, WRIT_RATE_LIMITS: 'on' })
    const context = await browser.newContext({ baseURL: writ.url })
    const page = await context.newPage()
    const { email } = newPerson()
    for (let sent = 0; sent < 5; sent += 1) await askForLink(page, email)
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Send sign-in link' }).click()
    await expect(alertOn(page)).toHaveText(/Several links were sent .* Try again in 1[45] minutes\./)

    const answers: number[] = []
    for (let tried = 0; tried < 31; tried += 1) {
      const form = { email, token: `wrong-${tried}`, callbackUrl: '/' }
      const headers = { origin: writ.url }
      const answer = await context.request.post('/api/auth/callback/email', {
        form,
        headers,
        maxRedirects: 0,
      })
      answers.push(answer.status())
      if (answer.status() !== 429) continue
      expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(800)
      expect(await answer.text()).toContain('Too many sign-in links were tried from your network.')
    }
    expect(answers).toEqual([...Array(30).fill(303), 429])
    await context.close()
    await writ.stop()
  })
})
