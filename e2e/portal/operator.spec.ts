import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newDatabaseBeside } from '../support/database'
import { expectSignedIn, mailedLink, openAndConfirm } from '../support/sign-in'
import { test as base, expect } from '../support/test'
import { startWrit, type Writ, writ } from '../support/writ'

interface Fresh {
  server: Writ
  /** Of its command line. */
  shell: Record<string, string>
}

/** A fresh installation that has what it does not start without, and these settings. */
const test = base.extend<{ settings: Record<string, string>; fresh: Fresh }>({
  settings: [{}, { option: true }],
  fresh: async ({ installation, settings }, use) => {
    const { DATABASE_URL, WRIT_MASTER_SECRET = '' } = installation.settings
    const database = await newDatabaseBeside(DATABASE_URL)
    const own = { DATABASE_URL: database.url, WRIT_MASTER_SECRET }
    const server = await startWrit({ ...own, ...settings })
    await use({ server, shell: { ...own, WRIT_DATA: server.data } })
    await server.stop()
    await database.stop()
  },
})

test('the command line lets people in and makes operators, while the server runs', async ({
  fresh: { server, shell },
  newBrowser,
  newPerson,
}) => {
  const page = await (await newBrowser()).newPage()
  const { email } = newPerson()

  const link = await writ(shell, 'signin-link', email)
  expect(new URL(link).origin).toBe(server.url)
  await openAndConfirm(page, link)
  await expect(page).toHaveURL(/\/market\/ssa$/)
  await expect(page.getByRole('link', { name: 'Console' })).toHaveCount(0)

  expect(await writ(shell, 'staff', 'grant', email.toUpperCase(), 'operator')).toContain('operator')
  expect(await writ(shell, 'staff', 'list')).toMatch(new RegExp(`${email} +operator +grant`))
  await page.reload()
  await expect(page.getByRole('link', { name: 'Console' })).toBeVisible()

  await writ(shell, 'staff', 'revoke', email, 'operator')
  await page.reload()
  await expect(page.getByRole('link', { name: 'Console' })).toHaveCount(0)
  await expect(writ(shell, 'signin-link', 'nobody')).rejects.toThrow(/Enter an e-mail address/)
  await expect(writ(shell, 'staff', 'grant', email, 'boss')).rejects.toThrow(/operator or sales/)
  await page.close()
})

test('without a mail server the link is in the log, and the mail in the outbox', async ({
  fresh: { server },
  newBrowser,
  newPerson,
}) => {
  const page = await (await newBrowser()).newPage()
  const { email } = newPerson()
  await page.goto(`${server.url}/sign-in`)
  await expect(page.getByRole('button', { name: 'Sign in with GitHub' })).toHaveCount(0)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await expect(page.getByText('This installation has no mail server yet')).toBeVisible()
  const outbox = join(server.data, 'outbox')
  const mails = await Promise.all((await readdir(outbox)).map(file => readFile(join(outbox, file), 'utf8')))
  expect(mails).toEqual([expect.stringContaining(`To: ${email}`)])
  const link = async () => (await readFile(server.log, 'utf8')).match(/"link":"(http[^"]+)"/)?.[1]
  // The log reaches its file a moment after the page does the reader.
  await expect.poll(link).toBeDefined()
  await openAndConfirm(page, (await link()) ?? '')
  await expect(page).toHaveURL(/\/market\/ssa$/)
  await page.close()
})

test.describe('on https', () => {
  test.use({ settings: { WRIT_URL: 'https://writ.example' } })

  test('cookies are secure and browsers are told to stay there', async ({
    fresh: { server, shell },
    request,
    newPerson,
  }) => {
    const link = await writ(shell, 'signin-link', newPerson().email)
    expect(link).toMatch(/^https:\/\/writ\.example\/sign-in\/confirm\?token=/)
    const answer = await request.post(`${server.local}/api/auth/callback/email`, {
      form: Object.fromEntries(new URL(link).searchParams),
      headers: { origin: 'https://writ.example' },
      maxRedirects: 0,
    })
    expect(answer.headers().location).toBe('https://writ.example/')
    const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie')
    expect(cookies.some(({ value }) => value.startsWith('__Secure-next-auth.session-token='))).toBe(true)
    for (const { value } of cookies) expect(value).toMatch(/HttpOnly; Secure; SameSite=Lax/)
    const page = await request.get(`${server.local}/sign-in`)
    expect(page.headers()['strict-transport-security']).toContain('max-age=31536000')
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the mailed link still signs in', async ({ page, newPerson }) => {
    await openAndConfirm(page, await mailedLink(page, newPerson()))
    await expectSignedIn(page)
  })
})
