import type { Page } from '@playwright/test'
import { addMember, homeOf } from '../support/organizations'
import { expect, test } from '../support/test'

const row = (page: Page, email: string) =>
  page.getByRole('table', { name: 'Members' }).getByRole('row', { name: email })

test('a role is changed, and counts at once', async ({
  page,
  newPerson,
  newBrowser,
  signIn,
  installation,
  expectAccessible,
}) => {
  const [ada, grace] = [newPerson('ada'), newPerson('grace')]
  const browser = await newBrowser()
  await signIn(ada)
  await signIn(grace, browser)
  const home = await homeOf(installation, ada)
  await addMember(installation, home, { email: grace.email, role: 'VIEWER' })
  const theirs = await browser.newPage()
  await theirs.goto(home.path('market/ssa'))
  await expect(theirs.getByRole('button', { name: 'Create New SSA' })).toHaveCount(0)

  await page.goto(home.path('members'))
  await row(page, grace.email)
    .getByRole('button', { name: /Change the role/ })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: 'Viewer' })).toBeChecked()
  await expectAccessible(page)
  await dialog.getByRole('radio', { name: 'Admin' }).check()
  await dialog.getByRole('button', { name: 'Save role' }).click()
  await expect(row(page, grace.email)).toContainText('Admin')

  await theirs.reload()
  await expect(theirs.getByRole('button', { name: 'Create New SSA' }).first()).toBeVisible()
  await theirs.goto(home.path('members'))
  await expect(row(theirs, ada.email).getByRole('button')).toHaveCount(0)
})

test.describe('a removed member', () => {
  test.use({ allowedComplaints: [/404/] })

  test('loses access at once, in the very page that is open', async ({
    page,
    newPerson,
    newBrowser,
    signIn,
    installation,
    expectAccessible,
  }) => {
    const [ada, grace] = [newPerson('ada'), newPerson('grace')]
    const browser = await newBrowser()
    await signIn(ada)
    await signIn(grace, browser)
    const home = await homeOf(installation, ada)
    await addMember(installation, home, { email: grace.email, role: 'ADMIN' })
    const theirs = await browser.newPage()
    await theirs.goto(home.path('members'))
    await theirs.getByRole('button', { name: 'Invite' }).click()
    await theirs.getByRole('dialog').getByLabel('E-mail address').fill('friend@example.org')

    await page.goto(home.path('members'))
    // It is their personal organization.
    await expect(page.getByRole('button', { name: 'Leave' })).toHaveCount(0)
    await row(page, grace.email)
      .getByRole('button', { name: /Remove/ })
      .click()
    await expectAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await expect(row(page, grace.email)).toHaveCount(0)
    await expect(row(page, ada.email)).toBeFocused()

    await theirs.getByRole('button', { name: 'Send invitation' }).click()
    await expect(theirs.getByRole('dialog').getByRole('alert')).toHaveText('This organization was not found.')
    const read = await browser.request.get(`/api/portal${home.path('members')}`)
    expect([read.status(), await read.text()]).toEqual([404, expect.not.stringContaining(ada.email)])
    await theirs.reload()
    await expect(theirs.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    await expect(theirs.locator('body')).not.toContainText(home.name)
    await theirs.goto('/')
    await expect(theirs).toHaveURL((await homeOf(installation, grace)).path('market/ssa'))
    expect(await installation.db.invitation.count({ where: { organizationId: home.id } })).toBe(0)
  })
})

test('the last owner stays; with a second one, each can go', async ({
  page,
  newPerson,
  newBrowser,
  signIn,
  installation,
}) => {
  const [ada, grace] = [newPerson('ada'), newPerson('grace')]
  await signIn(ada)
  await signIn(grace, await newBrowser())
  await page.goto('/organizations/new')
  await page.getByLabel('Name').fill('Acme')
  await page.getByRole('button', { name: 'Create organization' }).click()
  await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible()
  const id = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')

  const leave = async () => {
    await page.getByRole('button', { name: 'Leave' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  }
  await leave()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('is the last owner')
  await page.keyboard.press('Escape')
  await row(page, ada.email)
    .getByRole('button', { name: /Change the role/ })
    .click()
  await page.getByRole('radio', { name: 'Viewer' }).check()
  await page.getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('is the last owner')
  await page.keyboard.press('Escape')

  await addMember(
    installation,
    { id, name: 'Acme', path: rest => rest },
    { email: grace.email, role: 'OWNER' },
  )
  await leave()
  await expect(page).toHaveURL((await homeOf(installation, ada)).path('market/ssa'))
  expect(await installation.db.member.findMany({ where: { organizationId: id } })).toMatchObject([
    { role: 'OWNER' },
  ])
})

test('the list is searched, filtered and turned by its address', async ({
  page,
  newPerson,
  newBrowser,
  signIn,
  installation,
}) => {
  const [ada, grace] = [newPerson('ada'), newPerson('grace')]
  await signIn(ada)
  await signIn(grace, await newBrowser())
  const home = await homeOf(installation, ada)
  await addMember(installation, home, { email: grace.email, role: 'VIEWER' })
  await page.goto(home.path('members'))
  await expect(row(page, ada.email)).toContainText('You')
  await page.getByLabel('Role', { exact: true }).selectOption('Viewer')
  await expect(page).toHaveURL(/role=VIEWER/)
  await expect(row(page, ada.email)).toHaveCount(0)
  await expect(row(page, grace.email)).toBeVisible()
  await page.goto(`${home.path('members')}?q=${encodeURIComponent(ada.email)}`)
  await expect(row(page, grace.email)).toHaveCount(0)
  await expect(row(page, ada.email)).toBeVisible()
})
