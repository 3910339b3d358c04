import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { openEarly } from '../support/early'
import {
  atGitHubAs,
  gitHubSecrets,
  newGitHubPerson,
  scopesAtGitHub,
  script,
  takeBackAtGitHub,
} from '../support/github'
import type { GitHubPerson } from '../support/github-double'
import { expectSignedIn, signInAtGitHub } from '../support/sign-in'
import { expect, test } from '../support/test'

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    name: `octo/service-${String(n + 1).padStart(3, '0')}`,
    pushedAt: new Date(Date.UTC(2026, 0, 1) - n * 3_600_000).toISOString(),
  }))

const list = (page: Page) => page.getByRole('region', { name: 'Your repositories' })

/** Signs in with GitHub and opens the page through the top bar. */
async function openChooser(page: Page, person: GitHubPerson): Promise<void> {
  await signInAtGitHub(page, person)
  await expectSignedIn(page)
  await page.getByRole('link', { name: 'Choose a repository' }).click()
  await expect(page.getByRole('heading', { name: 'Repository', exact: true })).toBeVisible()
}

async function allow(page: Page, which = 'Public ones'): Promise<void> {
  await page.getByRole('radio', { name: which }).check()
  await page.getByRole('button', { name: 'Continue to GitHub' }).click()
  await expect(list(page)).toBeVisible()
}

test('a repository is chosen, changed and cleared, and the access removed', async ({
  page,
  expectAccessible,
}) => {
  const person = await newGitHubPerson({
    repositories: [
      ...many(120),
      { name: 'octo/empty', commits: 'none', pushedAt: '2026-02-01T00:00:00Z' },
      { name: 'octo/secret', private: true, pushedAt: '2026-02-02T00:00:00Z' },
    ],
  })
  await openChooser(page, person)
  await expectAccessible(page)
  await allow(page)
  await expect(list(page).getByRole('row', { name: 'octo/empty' })).toBeVisible()
  await expect(list(page).getByText('121 in total')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Choose octo/empty' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'has no commit on its main branch (main)' }),
  ).toBeVisible()

  await list(page).getByRole('button', { name: 'Next' }).click()
  await expect(list(page).getByRole('row', { name: 'octo/service-010' })).toBeVisible()
  await page.getByLabel('Search by name').fill('service-118')
  await page.getByRole('button', { name: 'Choose octo/service-118' }).click()
  const bar = page.getByRole('banner')
  await expect(bar.getByText('octo/service-118')).toBeVisible()
  await expect(list(page).getByText('Chosen')).toBeVisible()

  await page.getByLabel('Repository', { exact: true }).fill('octo/service-002')
  await page.getByRole('button', { name: 'Choose this one' }).click()
  await expect(bar.getByText('octo/service-002')).toBeVisible()
  await page.getByLabel('Repository', { exact: true }).fill('octo/secret')
  await page.getByRole('button', { name: 'Choose this one' }).click()
  await expect(page.getByText('GitHub shows us no repository octo/secret.')).toBeVisible()

  await page.getByRole('button', { name: 'Include private ones' }).click()
  await expect(page.getByText('Public and private repositories')).toBeVisible()
  expect(await scopesAtGitHub(person)).toContain('read:user repo')
  await page.getByRole('button', { name: 'Choose octo/secret' }).click()
  await expect(bar.getByText('octo/secret')).toBeVisible()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(bar.getByText('Choose a repository')).toBeVisible()

  const html = await page.content()
  await page.getByRole('button', { name: 'Remove access' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove access' }).click()
  await expect(page.getByText('The access was removed, at GitHub too.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Continue to GitHub' })).toBeVisible()
  expect(await scopesAtGitHub(person)).not.toContain('read:user repo')
  const log = await readFile(process.env.E2E_LOG ?? '', 'utf8')
  for (const secret of await gitHubSecrets()) expect(html + log).not.toContain(secret)
})

test('a refusal comes into sight, however far down the list its button is', async ({ page }) => {
  const empty = { name: 'octo/empty', commits: 'none' as const, pushedAt: '2020-01-01T00:00:00Z' }
  await openChooser(page, await newGitHubPerson({ repositories: [...many(9), empty] }))
  await page.setViewportSize({ width: 360, height: 740 })
  await allow(page)
  await page.getByRole('button', { name: 'Choose octo/empty' }).click()
  const refusal = page.getByRole('alert').filter({ hasText: 'has no commit on its main branch (main)' })
  await expect(refusal).toBeInViewport({ ratio: 1 })
})

test.describe('when GitHub refuses', () => {
  test.use({ allowedComplaints: [/429|403/] })

  test('a limit is told, and a lost access asked for again', async ({ page, expectAccessible }) => {
    const person = await newGitHubPerson({ repositories: many(3) })
    await openChooser(page, person)
    await allow(page)
    await expect(list(page).getByRole('row', { name: 'octo/service-001' })).toBeVisible()

    await script({ ...person, refuses: { status: 429, headers: { 'retry-after': '600' } } })
    await page.getByRole('button', { name: 'Choose octo/service-001' }).click()
    const limit = 'GitHub limits how often it may be asked. Try again in 10 minutes.'
    await expect(page.getByRole('alert').filter({ hasText: limit })).toBeVisible()
    await page.reload()
    await expect(list(page).getByText(limit)).toBeVisible()
    await expectAccessible(page)
    await script(person)
    await list(page).getByRole('button', { name: 'Try again' }).click()
    await expect(list(page).getByRole('row', { name: 'octo/service-001' })).toBeVisible()

    await takeBackAtGitHub(person)
    await page.reload()
    await expect(page.getByText('GitHub does not accept the access any more')).toBeVisible()
    await expectAccessible(page)
    await allow(page)
    await expect(list(page).getByRole('row', { name: 'octo/service-001' })).toBeVisible()
    await takeBackAtGitHub(person)
    await page.getByRole('button', { name: 'Choose octo/service-002' }).click()
    await expect(page.getByText('GitHub does not accept the access any more')).toBeVisible()
  })

  test('Cancel at GitHub, and another user there, are told', async ({ page }) => {
    const [person, other] = [await newGitHubPerson(), await newGitHubPerson()]
    await openChooser(page, person)
    await script({ ...person, denies: true })
    await page.getByRole('button', { name: 'Continue to GitHub' }).click()
    await expect(page.getByText('GitHub was told no')).toBeVisible()
    await atGitHubAs(page.context(), other)
    await page.getByRole('button', { name: 'Continue to GitHub' }).click()
    await expect(page.getByText('Another GitHub user allowed it')).toBeVisible()
    expect(await scopesAtGitHub(other)).toEqual([])
    await page.goto('/api/auth/callback/github/repositories?code=x&state=y')
    await expect(page).toHaveURL(/market\/ssa$/)
  })
})

test('what is pressed before the page’s code has come leads to GitHub, too', async ({ page }) => {
  await openChooser(page, await newGitHubPerson({ repositories: many(1) }))
  const early = await openEarly(page, page.url())
  await page.getByRole('button', { name: 'Continue to GitHub' }).click()
  await early.release()
  await expect(list(page).getByRole('row', { name: 'octo/service-001' })).toBeVisible()
})

test('who signs in by e-mail is offered none, and told how', async ({
  page,
  newPerson,
  signIn,
  expectAccessible,
}) => {
  await signIn(newPerson())
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'SSA Management' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Choose a repository' })).toHaveCount(0)
  await page.goto(`${new URL(page.url()).pathname.replace('/market/ssa', '')}/repository`)
  await expect(page.getByRole('heading', { name: 'Link GitHub first' })).toBeVisible()
  await expectAccessible(page)
})
