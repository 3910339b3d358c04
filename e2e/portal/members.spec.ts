import type { Page } from '@playwright/test'
import { join } from '../support/people'
import { expect, test } from '../support/test'

const row = (page: Page, email: string) =>
  page.getByRole('table', { name: 'Members' }).getByRole('row', { name: email })

test('a role is changed, and counts at once', async ({
  page,
  mine: ada,
  theirs: grace,
  expectAccessible,
}) => {
  await join(ada, grace, 'VIEWER')
  const theirs = await grace.browser.newPage()
  await theirs.goto(ada.path('market/ssa'))
  await expect(theirs.getByRole('button', { name: 'Create New SSA' })).toHaveCount(0)

  await page.goto(ada.path('members'))
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
  await theirs.goto(ada.path('members'))
  await expect(row(theirs, ada.email).getByRole('button')).toHaveCount(0)
})

test.describe('a removed member', () => {
  test.use({ allowedComplaints: [/404/] })

  test('loses access at once, in the very page that is open', async ({
    page,
    mine: ada,
    theirs: grace,
    expectAccessible,
  }) => {
    await join(ada, grace, 'ADMIN')
    const theirs = await grace.browser.newPage()
    await theirs.goto(ada.path('members'))
    await theirs.getByRole('button', { name: 'Invite' }).click()
    await theirs.getByRole('dialog').getByLabel('E-mail address').fill('friend@example.org')

    await page.goto(ada.path('members'))
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
    const read = await grace.browser.request.get(`/api/portal${ada.path('members')}`)
    expect([read.status(), await read.text()]).toEqual([404, expect.not.stringContaining(ada.email)])
    await theirs.reload()
    await expect(theirs.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    await expect(theirs.locator('body')).not.toContainText(ada.organization.name)
    await theirs.goto('/')
    await expect(theirs).toHaveURL(grace.path('market/ssa'))
    expect(await ada.db.invitation.count({ where: { organizationId: ada.organization.id } })).toBe(0)
  })
})

test('the last owner stays; with a second one, each can go', async ({ page, mine: ada, theirs: grace }) => {
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
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await row(page, ada.email)
    .getByRole('button', { name: /Change the role/ })
    .click()
  await page.getByRole('radio', { name: 'Viewer' }).check()
  await page.getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('is the last owner')
  await page.keyboard.press('Escape')

  await join({ db: ada.db, organization: { id, name: 'Acme' } }, grace, 'OWNER')
  await leave()
  await expect(page).toHaveURL(ada.path('market/ssa'))
  expect(await ada.db.member.findMany({ where: { organizationId: id } })).toMatchObject([{ role: 'OWNER' }])
})

test('the list is searched, filtered and turned by its address', async ({
  page,
  mine: ada,
  theirs: grace,
}) => {
  await join(ada, grace, 'VIEWER')
  await page.goto(ada.path('members'))
  await expect(row(page, ada.email)).toContainText('You')
  await page.getByLabel('Role', { exact: true }).selectOption('Viewer')
  await expect(page).toHaveURL(/role=VIEWER/)
  await expect(row(page, ada.email)).toHaveCount(0)
  await expect(row(page, grace.email)).toBeVisible()
  await page.goto(`${ada.path('members')}?q=${encodeURIComponent(ada.email)}`)
  await expect(row(page, grace.email)).toHaveCount(0)
  await expect(row(page, ada.email)).toBeVisible()
})
