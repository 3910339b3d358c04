import { newGitHubPerson, script, verified } from '../support/github'
import { alertOn, expectSignedIn, mailedLink, openAndConfirm, signInAtGitHub } from '../support/sign-in'
import { expect, test } from '../support/test'

test('a newcomer signs in with GitHub and gets the organization of that name', async ({ page }) => {
  const person = await newGitHubPerson({ name: 'Grace Hopper' })
  await signInAtGitHub(page, person)
  await expectSignedIn(page)
  await expect(page.getByLabel('Name')).toHaveValue('Grace Hopper')
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(
    person.emails[0]?.email ?? '',
  )
  await page.goto('/')
  await expect(page).toHaveURL(`/o/github:${person.login}/market/ssa`)
})

test('a renamed GitHub user is still the same person, with the same organization', async ({
  page,
  newBrowser,
}) => {
  const person = await newGitHubPerson()
  await signInAtGitHub(page, person)
  await expectSignedIn(page)
  await script({ ...person, login: `${person.login}-new` })
  const later = await (await newBrowser()).newPage()
  await signInAtGitHub(later, person)
  await expectSignedIn(later)
  await expect(later.getByText(`Linked to ${person.login}-new.`)).toBeVisible()
  await later.goto('/')
  await expect(later).toHaveURL(`/o/github:${person.login}/market/ssa`)
})

test('an organization id that is taken falls back to one that says nothing', async ({
  page,
  installation,
}) => {
  const person = await newGitHubPerson()
  const id = `github:${person.login.toUpperCase()}`
  await installation.db.organization.create({
    data: { id, foldedId: id.toLowerCase(), name: id, kind: 'EXTERNAL' },
  })
  await signInAtGitHub(page, person)
  await expectSignedIn(page)
  await page.goto('/')
  await expect(page).toHaveURL(/\/o\/org:[a-z2-7]{12}\/market\/ssa$/)
})

test('an address that GitHub has not verified does not count', async ({
  page,
  newPerson,
  newBrowser,
  signIn,
}) => {
  const victim = newPerson()
  await signIn(victim, await newBrowser())
  const emails = [{ email: victim.email, primary: true, verified: false }]
  await signInAtGitHub(page, await newGitHubPerson({ publicEmail: victim.email, emails }))
  await expectSignedIn(page)
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('')
  await expect(page.getByText('GitHub has told us no verified address.')).toBeVisible()
})

test('an address that GitHub verifies later is taken over at the next sign-in', async ({
  page,
  newBrowser,
}) => {
  const person = await newGitHubPerson({ emails: [] })
  await signInAtGitHub(page, person)
  await expectSignedIn(page)
  const email = `${person.login.toLowerCase()}@example.org`
  await script({ ...person, emails: verified(email) })
  const later = await (await newBrowser()).newPage()
  await signInAtGitHub(later, person)
  await expectSignedIn(later)
  await expect(later.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(email)
})

test('GitHub does not open the account of somebody who signs in by e-mail', async ({
  page,
  newPerson,
  newBrowser,
  signIn,
  expectAccessible,
}) => {
  const { email } = newPerson()
  await signIn(email, await newBrowser())
  await signInAtGitHub(page, await newGitHubPerson({ emails: verified(email) }))
  await expect(alertOn(page)).toContainText('There is an account with your GitHub address already')
  await expect(alertOn(page)).toContainText('Sign in with a link to that address')
  await expectAccessible(page)
})

test('a mailed link does not open the account of somebody who signs in with GitHub', async ({
  page,
  newPerson,
  newBrowser,
}) => {
  const person = newPerson()
  const { email } = person
  const owner = await (await newBrowser()).newPage()
  await signInAtGitHub(owner, await newGitHubPerson({ emails: verified(email) }))
  await expectSignedIn(owner)
  await openAndConfirm(page, await mailedLink(page, person))
  await expect(alertOn(page)).toContainText('belongs to an account that signs in with GitHub')
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('whoever cancels at GitHub is told, and can try again', async ({ page }) => {
  const person = await newGitHubPerson({ denies: true })
  await signInAtGitHub(page, person)
  await expect(alertOn(page)).toContainText('GitHub did not let you in')
  await script({ ...person, denies: false })
  await signInAtGitHub(page, person)
  await expectSignedIn(page)
})

test('an outage at GitHub is told in words', async ({ page }) => {
  await signInAtGitHub(page, await newGitHubPerson({ broken: true }))
  await expect(alertOn(page)).toContainText('GitHub sign-in did not work')
})

test('a forged answer from GitHub is refused', async ({ page }) => {
  await page.goto('/api/auth/callback/github?code=forged&state=forged')
  await expect(alertOn(page)).toContainText('GitHub sign-in did not work')
})
