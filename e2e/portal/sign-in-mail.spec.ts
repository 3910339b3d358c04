import { linkIn } from '../support/mailbox'
import { alertOn, askForLink, expectSignedIn, mailedLink, openAndConfirm } from '../support/sign-in'
import { expect, test } from '../support/test'

test('a newcomer signs in with the link from their mail, and finds an organization of their own', async ({
  page,
  newPerson,
  expectAccessible,
}) => {
  const { email, mailbox } = newPerson()
  await page.goto('/sign-in')
  await expectAccessible(page)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await expectAccessible(page)

  await page.goto(linkIn(await mailbox.next()))
  await expect(page.getByText(email)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/o\/org:[a-z2-7]{12}\/market\/ssa$/)
})

test('known and unknown addresses get the same answer', async ({ page, newPerson, signIn, newBrowser }) => {
  const known = newPerson()
  await signIn(known, await newBrowser())
  const answers: string[] = []
  for (const { email } of [known, newPerson()]) {
    await askForLink(page, email)
    answers.push((await page.locator('main').innerText()).replaceAll(email, 'somebody'))
  }
  expect(answers[0]).toBe(answers[1])
})

test('a mail scanner that opens the link does not spend it', async ({ page, newPerson, request }) => {
  const person = newPerson()
  const link = await mailedLink(page, person)
  const callback = new URL('/api/auth/callback/email', link)
  callback.search = new URL(link).search
  for (const url of [link, callback.href]) {
    for (const method of ['HEAD', 'GET']) {
      const answer = await request.fetch(url, { method })
      expect(answer.ok()).toBe(true)
      expect(answer.headers()['set-cookie'] ?? '').not.toContain('session-token')
    }
  }
  await openAndConfirm(page, link)
  await expectSignedIn(page)
})

test('a link works once', async ({ page, newPerson, newBrowser }) => {
  const person = newPerson()
  const link = await mailedLink(page, person)
  const elsewhere = await (await newBrowser()).newPage()
  await elsewhere.goto(link)
  await openAndConfirm(page, link)
  await expectSignedIn(page)
  await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  await expect(alertOn(elsewhere)).toContainText('This link no longer works')
  await elsewhere.goto(link)
  await expect(alertOn(elsewhere)).toContainText('This link no longer works')
  await elsewhere.getByRole('link', { name: 'Get a new link' }).click()
  await expect(elsewhere.getByLabel('E-mail address')).toBeVisible()
})

test('a link that is older than 15 minutes says so', async ({
  page,
  newPerson,
  installation,
  expectAccessible,
}) => {
  const person = newPerson()
  const link = await mailedLink(page, person)
  await page.goto(link)
  await installation.db.signInToken.updateMany({
    where: { email: person.email },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(alertOn(page)).toContainText('This link has expired')
  await page.goto(link)
  await expect(alertOn(page)).toContainText('This link has expired')
  await expectAccessible(page)
})

test('a double click signs in once', async ({ page, newPerson, installation }) => {
  const person = newPerson()
  await page.goto(await mailedLink(page, person))
  await page.getByRole('button', { name: 'Sign in' }).dblclick()
  await expectSignedIn(page)
  expect(await installation.db.session.count({ where: { account: { email: person.email } } })).toBe(1)
})

test('all posts of one view of the page get the one session', async ({
  page,
  newPerson,
  baseURL,
  installation,
}) => {
  const person = newPerson()
  const link = new URL(await mailedLink(page, person))
  const form = { ...Object.fromEntries(link.searchParams), view: 'one' }
  const headers = { origin: baseURL ?? '' }
  const post = () => page.request.post('/api/auth/callback/email', { form, headers, maxRedirects: 0 })
  const cookies = (await Promise.all([post(), post(), post()])).map(answer => answer.headers()['set-cookie'])
  expect(new Set(cookies).size).toBe(1)
  expect(await installation.db.session.count({ where: { account: { email: person.email } } })).toBe(1)
})

test('the button works from our own pages only', async ({ newPerson, installation, request, page }) => {
  const person = newPerson()
  const form = Object.fromEntries(new URL(await mailedLink(page, person)).searchParams)
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, undefined]) {
    const answer = await request.post('/api/auth/callback/email', { form, headers, maxRedirects: 0 })
    expect(answer.status()).toBe(403)
    expect(await answer.text()).toContain('This did not come from Writ')
  }
  expect(await installation.db.signInToken.count({ where: { email: person.email } })).toBe(1)
})

test('somebody who is signed in has nothing to do on the sign-in page', async ({
  page,
  newPerson,
  signIn,
}) => {
  await signIn(newPerson())
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/market\/ssa$/)
})

test('an address that is none is refused beside its field', async ({ page }) => {
  await page.goto('/sign-in')
  const field = page.getByLabel('E-mail address')
  await field.fill('ada@localhost')
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await expect(page.getByText('Enter an e-mail address, such as ada@example.org.')).toBeVisible()
  await expect(field).toHaveValue('ada@localhost')
})
