import { expect, type Locator, type Page } from '@playwright/test'
import { atGitHubAs } from './github'
import type { GitHubPerson } from './github-double'
import { linkIn } from './mailbox'
import type { Person } from './people'

/** Asks for a link on the sign-in page, as a person does. */
export async function askForLink(page: Page, email: string, callbackUrl = '/account'): Promise<void> {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
}

/** The same, up to the link in the mail that comes. */
export async function mailedLink(
  page: Page,
  { email, mailbox }: Person,
  callbackUrl?: string,
): Promise<string> {
  await askForLink(page, email, callbackUrl)
  return linkIn(await mailbox.next())
}

/** Presses the button of the page that a mail's link opens. */
export async function openAndConfirm(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Presses the GitHub button, being signed in there as `person`. */
export async function signInAtGitHub(page: Page, person: GitHubPerson): Promise<void> {
  await atGitHubAs(page.context(), person)
  await page.goto('/sign-in?callbackUrl=/account')
  await page.getByRole('button', { name: 'Sign in with GitHub' }).click()
}

/** What a page has to say; Next's own announcer of routes lives outside `main`. */
export function alertOn(page: Page): Locator {
  return page.locator('main').getByRole('alert')
}

/** The account page, which only signed-in people see. */
export async function expectSignedIn(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/account(\?.*)?$/)
  await expect(page.getByRole('heading', { name: 'Sign-in methods' })).toBeVisible()
}
