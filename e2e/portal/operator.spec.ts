import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newDatabaseBeside } from '../support/database'
import { askForLink, expectSignedIn, openAndConfirm } from '../support/sign-in'
import { expect, test } from '../support/test'
import { startWrit, writ } from '../support/writ'

/** The settings without which a fresh installation starts, on a database of its own. */
async function newInstallation({ DATABASE_URL, WRIT_MASTER_SECRET = '' }: Record<string, string>) {
  const database = await newDatabaseBeside(DATABASE_URL)
  return { database, settings: { DATABASE_URL: database.url, WRIT_MASTER_SECRET } }
}

test('the command line lets people in and makes operators, while the server runs', async ({
  installation,
  newBrowser,
  newPerson,
}) => {
  const { database, settings } = await newInstallation(installation.settings)
  const server = await startWrit(settings)
  const shell = { ...settings, WRIT_DATA: server.data }
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
  await server.stop()
  await database.stop()
})

test('without a mail server the link is in the log, and the mail in the outbox', async ({
  installation,
  newBrowser,
  newPerson,
}) => {
  const { database, settings } = await newInstallation(installation.settings)
  const server = await startWrit(settings)
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
  const link = (await readFile(server.log, 'utf8')).match(/"link":"(http[^"]+)"/)?.[1] ?? ''
  await openAndConfirm(page, link)
  await expect(page).toHaveURL(/\/market\/ssa$/)
  await page.close()
  await server.stop()
  await database.stop()
})

test('on https, cookies are secure and browsers are told to stay there', async ({
  installation,
  request,
  newPerson,
}) => {
  const { database, settings } = await newInstallation(installation.settings)
  const server = await startWrit({ ...settings, WRIT_URL: 'https://writ.example' })
  const link = await writ({ ...settings, WRIT_DATA: server.data }, 'signin-link', newPerson().email)
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
  await server.stop()
  await database.stop()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the mailed link still signs in', async ({ page, newPerson }) => {
    const { email, mailbox } = newPerson()
    await askForLink(page, email)
    const { text } = await mailbox.next()
    await openAndConfirm(page, text.match(/http\S+/)?.[0] ?? '')
    await expectSignedIn(page)
  })
})
