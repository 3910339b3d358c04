import { createSignInLink } from '@/lib/accounts/sign-in-link'
import { ownPort } from '../support/http'
import { issue, shownJwt } from '../support/ssa'
import { expect, test } from '../support/test'
import { startWrit, type Writ } from '../support/writ'

// A name such as installations inside a company have: browsers give its pages neither clipboard nor WebCrypto.
const RESOLVE = '--host-resolver-rules=MAP writ.test 127.0.0.1'

let writ: Writ
test.afterEach(() => writ.stop())

test('over plain http the server verifies and says so, and copying selects', async ({
  playwright,
  launchOptions,
  mine,
  installation,
}) => {
  const { jti } = await issue(mine)
  const PORT = String(await ownPort())
  const WRIT_URL = `http://writ.test:${PORT}`
  writ = await startWrit({ ...installation.settings, PORT, WRIT_URL })
  const { args = [] } = launchOptions
  const browser = await playwright.chromium.launch({ ...launchOptions, args: [...args, RESOLVE] })
  const page = await browser.newPage({ baseURL: WRIT_URL })
  const link = new URL(await createSignInLink(installation.ctx, { email: mine.email }))
  await page.goto(`${WRIT_URL}${link.pathname}${link.search}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'SSA Management' })).toBeVisible()

  await page.goto(mine.path(`market/ssa/${jti}`))
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.getByText('Checked by the server against the published keys.')).toBeVisible()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Selected. Press Ctrl+C' })).toBeVisible()
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe(await shownJwt(page))
  await browser.close()
})
