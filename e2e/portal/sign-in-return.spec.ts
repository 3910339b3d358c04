import type { Page } from '@playwright/test'
import { idOf } from '@/lib/testing/people'
import { atGitHubAs, newGitHubPerson, script, verified } from '../support/github'
import { linkIn } from '../support/mailbox'
import type { Person } from '../support/people'
import { alertOn, askForLink, openAndConfirm } from '../support/sign-in'
import { expect, test } from '../support/test'

const WANTED = '/account?from=a%26b'

/** Asks for another link on the sign-in page that is shown, and goes through with it. */
async function askAgain(page: Page, { email, mailbox }: Person): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await openAndConfirm(page, linkIn(await mailbox.next()))
}

async function askAndOpen(page: Page, { email, mailbox }: Person): Promise<string> {
  await askForLink(page, email, WANTED)
  const link = linkIn(await mailbox.next())
  await page.goto(link)
  return link
}

test('a link that came too late leads, by the next one, to where one wanted to go', async ({
  page,
  newPerson,
  installation,
}) => {
  const person = newPerson()
  await askAndOpen(page, person)
  await installation.db.signInToken.updateMany({
    where: { email: person.email },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(alertOn(page)).toContainText('This link has expired')
  await askAgain(page, person)
  await expect(page).toHaveURL(WANTED)
})

test('so does one that was used already, and one that never came', async ({
  page,
  newPerson,
  newBrowser,
}) => {
  const person = newPerson()
  const link = await askAndOpen(page, person)
  const other = await (await newBrowser()).newPage()
  await openAndConfirm(other, link)
  await expect(other).toHaveURL(WANTED)
  await page.goto(link)
  await page.getByRole('link', { name: 'Get a new link' }).click()
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await person.mailbox.next()
  await page.getByRole('link', { name: 'try again' }).click()
  await askAgain(page, person)
  await expect(page).toHaveURL(WANTED)
})

test('so does whoever GitHub, or we, turned away', async ({ page, newPerson, newBrowser, signIn }) => {
  const known = newPerson()
  await signIn(known, await newBrowser())
  const person = await newGitHubPerson({ denies: true, emails: verified(known.email) })
  await atGitHubAs(page.context(), person)
  await page.goto(WANTED)
  const gitHub = page.getByRole('button', { name: 'Sign in with GitHub' })
  await gitHub.click()
  await expect(alertOn(page)).toContainText('GitHub did not let you in')
  await script({ ...person, denies: false, broken: true })
  await gitHub.click()
  await expect(alertOn(page)).toContainText('GitHub sign-in did not work')
  await script({ ...person, denies: false, broken: false })
  await gitHub.click()
  await expect(alertOn(page)).toContainText('There is an account with your GitHub address already')
  await askAgain(page, known)
  await expect(page).toHaveURL(WANTED)
})

test('a forged wish leads nowhere else', async ({ page, baseURL }) => {
  const person = await newGitHubPerson({ denies: true })
  await atGitHubAs(page.context(), person)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with GitHub' }).click()
  await expect(alertOn(page)).toContainText('GitHub did not let you in')
  const name = 'next-auth.callback-url'
  await page.context().addCookies([{ name, value: 'https://evil.example/', url: baseURL ?? '' }])
  const answer = await page.request.get('/api/auth/callback/github?error=access_denied', { maxRedirects: 0 })
  expect(answer.headers().location).toBe('/sign-in?error=GitHubDenied')
})

test('whose session ends on the way to a page of the portal lands on that page', async ({
  page,
  mine,
  installation,
}) => {
  const members = mine.path('members')
  await page.goto(mine.path('market/ssa'))
  await installation.db.session.deleteMany({ where: { accountId: idOf(mine) } })
  await page.getByRole('link', { name: 'Members' }).click()
  await expect(page.getByLabel('E-mail address')).toBeVisible()
  await expect(page).toHaveURL(({ searchParams }) => searchParams.get('callbackUrl') === members)
})
