import { atGitHubAs, newGitHubPerson, verified } from '../support/github'
import { alertOn, expectSignedIn, mailedLink, openAndConfirm, signInAtGitHub } from '../support/sign-in'
import { expect, test } from '../support/test'

test('a person links GitHub, signs in with it, and unlinks it again', async ({
  page,
  mine,
  newBrowser,
  expectAccessible,
}) => {
  const gitHub = await newGitHubPerson()
  await page.goto('/account')
  await expectAccessible(page)
  await expect(page.getByRole('button', { name: 'Turn off E-mail link' })).toBeDisabled()
  await atGitHubAs(page.context(), gitHub)
  await page.getByRole('button', { name: 'Link GitHub' }).click()
  await expect(page.getByText('GitHub is linked')).toBeVisible()
  await expect(page.getByText(`Linked to ${gitHub.login}.`)).toBeVisible()
  await expectAccessible(page)

  const other = await (await newBrowser()).newPage()
  await signInAtGitHub(other, gitHub)
  await expectSignedIn(other)
  await expect(other.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(mine.email)

  await page.getByRole('button', { name: 'Unlink GitHub' }).click()
  await expect(page.getByText('Not linked.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Turn off E-mail link' })).toBeDisabled()
})

test('a GitHub user of somebody else is not linked', async ({ page, newPerson, signIn, newBrowser }) => {
  const gitHub = await newGitHubPerson()
  const owner = await (await newBrowser()).newPage()
  await signInAtGitHub(owner, gitHub)
  await expectSignedIn(owner)
  await signIn(newPerson())
  await page.goto('/account')
  await atGitHubAs(page.context(), gitHub)
  await page.getByRole('button', { name: 'Link GitHub' }).click()
  await expect(alertOn(page).filter({ hasText: 'GitHub was not linked' })).toBeVisible()
  await expect(page.getByText('Not linked.')).toBeVisible()
})

test('signing in at GitHub in a signed-in browser links nothing', async ({
  page,
  newPerson,
  signIn,
  installation,
}) => {
  const person = newPerson()
  const gitHub = await newGitHubPerson()
  await page.goto('/sign-in?callbackUrl=/account')
  await signIn(person)
  await atGitHubAs(page.context(), gitHub)
  await page.getByRole('button', { name: 'Sign in with GitHub' }).click()
  await expectSignedIn(page)
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(
    gitHub.emails[0]?.email ?? '',
  )
  expect(await installation.db.identity.count({ where: { account: { email: person.email } } })).toBe(1)
  expect(await installation.db.session.count({ where: { account: { email: person.email } } })).toBe(0)
})

test('a session that ended on the way to GitHub makes no second account', async ({ page, mine }) => {
  const gitHub = await newGitHubPerson()
  await page.goto('/account')
  await atGitHubAs(page.context(), gitHub)
  await page.route('**/login/oauth/authorize*', async route => {
    await mine.db.session.deleteMany({ where: { account: { email: mine.email } } })
    await route.continue()
  })
  await page.getByRole('button', { name: 'Link GitHub' }).click()
  await expect(alertOn(page)).toContainText('Your session ended meanwhile')
  expect(await mine.db.identity.count({ where: { subject: String(gitHub.id) } })).toBe(0)
})

test('a GitHub person turns on e-mail sign-in and may then drop GitHub', async ({
  page,
  newPerson,
  newBrowser,
}) => {
  const person = newPerson()
  const { email } = person
  await signInAtGitHub(page, await newGitHubPerson({ emails: verified(email) }))
  await expectSignedIn(page)
  await page.getByRole('button', { name: 'Turn on E-mail link' }).click()
  await expect(page.getByText(`Links go to ${email}.`)).toBeVisible()
  const other = await (await newBrowser()).newPage()
  await openAndConfirm(other, await mailedLink(other, person))
  await expectSignedIn(other)
  await other.getByRole('button', { name: 'Unlink GitHub' }).click()
  await expect(other.getByText('Not linked.')).toBeVisible()
})

test('a person changes their name', async ({ page, newPerson, signIn }) => {
  await signIn(newPerson())
  await page.goto('/account')
  await page.getByLabel('Name').fill('  ')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText('Enter a name.')).toBeVisible()
  await page.getByLabel('Name').fill('Ada King')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText('Your name was changed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Account of Ada King' })).toBeVisible()
})

test('a person sees their sessions and signs another browser out at once', async ({
  page,
  mine,
  signIn,
  newBrowser,
}) => {
  const context = await newBrowser()
  await signIn(mine, context)
  const other = await context.newPage()
  await other.goto('/account')
  await expectSignedIn(other)

  await page.goto('/account#sessions')
  const sessions = page.getByRole('region', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await expect(sessions.first()).toContainText('This browser')
  await expect(sessions.first()).toContainText('127.0.0.1')
  await sessions
    .last()
    .getByRole('button', { name: /^Sign out/ })
    .click()
  await expect(sessions).toHaveCount(1)
  await other.reload()
  await expect(other).toHaveURL(/\/sign-in\?callbackUrl=%2Faccount$/)
})

test('a person signs out everywhere else, then here', async ({ page, mine, signIn, newBrowser }) => {
  const contexts = [await newBrowser(), await newBrowser()]
  for (const context of contexts) await signIn(mine, context)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out others' }).click()
  await expect(page.getByText('Signed out everywhere else.')).toBeVisible()
  for (const context of contexts) {
    const answer = await context.request.get('/account', { maxRedirects: 0 })
    expect(answer.status()).toBe(307)
  }
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
})

test('the list of sessions tells when a browser was last seen', async ({ page, mine: { db, email } }) => {
  const where = { account: { email } }
  const hourAgo = new Date(Date.now() - 3_600_000)
  await db.session.updateMany({ where, data: { lastSeenAt: hourAgo, address: '192.0.2.9' } })
  await page.goto('/account')
  const session = await db.session.findFirstOrThrow({ where })
  expect(session.lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
  expect(session.address).toBe('127.0.0.1')

  const minuteAgo = new Date(Date.now() - 60_000)
  await db.session.updateMany({ where, data: { lastSeenAt: minuteAgo } })
  await page.reload()
  expect(await db.session.findFirstOrThrow({ where })).toMatchObject({ lastSeenAt: minuteAgo })
})

test('a session that is over no longer counts', async ({ page, mine: { db, email } }) => {
  await page.goto('/account')
  await expectSignedIn(page)
  await db.session.updateMany({ where: { account: { email } }, data: { expiresAt: new Date() } })
  await page.getByLabel('Name').fill('Too Late')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Faccount$/)
})
