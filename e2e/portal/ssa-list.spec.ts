import type { Locator, Page } from '@playwright/test'
import { openEarly } from '../support/early'
import { issue, seedMany } from '../support/ssa'
import { expect, test } from '../support/test'

const COLUMNS = ['Software ID', 'Issuer client', 'Roles', 'Status', 'Expiration', 'Created At', 'Detail']

test('an empty list says what an SSA is for and offers the first one', async ({
  page,
  signIn,
  newPerson,
  expectAccessible,
}) => {
  await signIn(newPerson())
  await page.goto('/')
  await expect(page.getByText('A software statement assertion (SSA) is a signed token')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Revoke All' })).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create New SSA' }).click()
  await expect(page.getByRole('dialog').getByLabel('Software Name')).toBeVisible()
  await expectAccessible(page)
})

test.describe('a list of more than a thousand', () => {
  let list = ''
  test.beforeEach(async ({ page, mine: ctx }) => {
    await seedMany(ctx, 1200)
    list = ctx.path('market/ssa')
    await page.goto(list)
  })

  test('shows its columns, the newest first, and how many there are', async ({ page, expectAccessible }) => {
    await expect(page.getByRole('columnheader')).toHaveText(COLUMNS)
    await expect(page.getByText('1,000+ in total')).toBeVisible()
    await expect(namesOn(page)).toHaveText(['The latest of all', ...seeded(1, 9)])
    await expect(page.getByRole('link', { name: 'Detail' })).toHaveCount(10)
    await expectAccessible(page)
  })

  test('is turned page by page, in pages of any size, and the address keeps the place', async ({ page }) => {
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(namesOn(page)).toHaveText(seeded(10, 19))
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(namesOn(page)).toHaveText(seeded(20, 29))
    await page.getByRole('button', { name: 'Previous' }).click()
    await expect(namesOn(page)).toHaveText(seeded(10, 19))
    await page.reload()
    await expect(namesOn(page)).toHaveText(seeded(10, 19))
    await page.getByLabel('Rows per page').selectOption('100')
    await expect(namesOn(page)).toHaveCount(100)
    await expect(page).toHaveURL(`${list}?size=100`)
  })

  test('is sorted by each date, both ways', async ({ page }) => {
    await page.getByRole('button', { name: 'Created At' }).click()
    await expect(namesOn(page).first()).toHaveText('Seeded 1200')
    await page.getByRole('button', { name: 'Expiration' }).click()
    await expect(page).toHaveURL(`${list}?dir=asc&sort=expiresAt`)
    await expect(statusOf(page).first()).toHaveText('Expired')
    await page.getByRole('button', { name: 'Expiration' }).click()
    await expect(namesOn(page).nth(1)).toHaveText('Seeded 1200')
  })

  test('is filtered and searched by the database, and going back restores what was seen', async ({
    page,
  }) => {
    for (const status of ['Active', 'Used', 'Expired', 'Revoked']) {
      await page.getByLabel('Status').selectOption(status)
      await expect(page).toHaveURL(`${list}?status=${status.toUpperCase()}`)
      await expectAll(statusOf(page), status)
    }
    await expect(page.getByText('240 in total')).toBeVisible()
    const search = page.getByLabel('Search name, issuer or id')
    await search.fill('seeded 0012')
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await search.fill('seeded 0013')
    await expect(namesOn(page)).toHaveText(['Seeded 0013'])
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(namesOn(page)).toHaveCount(10)
    await search.fill('grace')
    await expect(page.getByText('600 in total')).toBeVisible()

    const searched = page.url()
    const before = await namesOn(page).allTextContents()
    await page.getByRole('link', { name: 'Detail' }).nth(1).click()
    await expect(page.getByRole('region', { name: 'Details' })).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(searched)
    await expect(namesOn(page)).toHaveText(before)
    await expect(search).toHaveValue('grace')
  })
})

test('what is typed and chosen before the page’s code has come counts', async ({ page, mine: ctx }) => {
  await issue(ctx, { softwareId: 'Found' })
  await issue(ctx, { softwareId: 'Left out' })
  const early = await openEarly(page, ctx.path('market/ssa'))
  await page.getByLabel('Search name, issuer or id').fill('found')
  await page.getByLabel('Status').selectOption('Active')
  await page.getByLabel('Rows per page').selectOption('25')
  await early.release()
  await expect(page).toHaveURL(/\?q=found&size=25&status=ACTIVE$/)
  await expect(namesOn(page)).toHaveText(['Found'])
  await expect(page.getByLabel('Search name, issuer or id')).toHaveValue('found')
})

test('an id finds its SSA; signs that databases read otherwise are searched as they are', async ({
  page,
  mine: ctx,
}) => {
  const { jti } = await issue(ctx, { softwareId: '100% sure_thing\\' })
  await issue(ctx, { softwareId: '100 unsure things' })
  for (const q of [jti, '100%', 'sure_', 'thing\\']) {
    await page.goto(ctx.path(`market/ssa?q=${encodeURIComponent(q)}`))
    await expect(namesOn(page)).toHaveText(['100% sure_thing\\'])
  }
})

test.describe('an address that nobody made', () => {
  test.use({ allowedComplaints: [/400 \(Bad Request\)/] })

  test('says so and leads back, or falls back to what is usual', async ({ page, mine: ctx }) => {
    const { softwareId } = await issue(ctx)
    const list = ctx.path('market/ssa')
    await page.goto(`${list}?status=NONSENSE&sort=password&size=7&dir=up`)
    await expect(page.getByRole('cell', { name: softwareId })).toBeVisible()
    await page.goto(`${list}?after=broken`)
    await expect(page.getByText('This page address is broken.')).toBeVisible()
    await page.getByRole('button', { name: 'Go to the first page' }).click()
    await expect(page.getByRole('cell', { name: softwareId })).toBeVisible()
    await expect(page).toHaveURL(list)
  })
})

test('Revoke All wants the name of the organization typed back, and ends every live SSA', async ({
  page,
  mine: ctx,
  expectAccessible,
}) => {
  for (const softwareId of ['One', 'Two', 'Three']) await issue(ctx, { softwareId })
  await page.goto(ctx.path('market/ssa'))
  await page.getByRole('button', { name: 'Revoke All' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke all SSAs' })
  await expect(dialog.getByText('3 SSAs will stop working')).toBeVisible()
  const confirm = dialog.getByRole('button', { name: 'Revoke All' })
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('textbox').fill('something else')
  await expect(confirm).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByRole('textbox').fill(ctx.organization.name)
  await confirm.click()
  await expect(page.getByText('3 SSAs revoked.')).toBeVisible()
  await expectAll(statusOf(page), 'Revoked')
  await expect(page.getByRole('button', { name: 'Revoke All' })).toBeHidden()
  const audited = { organizationId: ctx.organization.id, action: 'ssa.revoke' }
  expect(await ctx.db.auditEvent.count({ where: audited })).toBe(3)
})

/** "Seeded 0001" … as the list names them. */
function seeded(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, n) => `Seeded ${String(from + n).padStart(4, '0')}`)
}

function namesOn(page: Page): Locator {
  return page.locator('tbody tr td:first-child')
}

function statusOf(page: Page): Locator {
  return page.locator('tbody tr td:nth-child(4)')
}

async function expectAll(cells: Locator, text: string): Promise<void> {
  await expect(cells.filter({ hasNotText: text })).toHaveCount(0)
  await expect(cells.first()).toHaveText(text)
}
