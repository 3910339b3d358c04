import { signUpForCredits } from '@/lib/credits/sign-up'
import { ledgerOf } from '@/lib/testing/credits'
import { grantStaff } from '../support/people'
import { expectStatus } from '../support/status'
import { expect, test } from '../support/test'

test('an operator grants credits, with a reason that the organization reads', async ({
  page,
  mine,
  theirs: customer,
  expectAccessible,
}) => {
  const { id, name } = customer.organization
  await signUpForCredits(customer)
  await grantStaff(mine, 'OPERATOR')
  await page.goto('/console/organizations')
  await page.getByRole('link', { name: 'SCAN credits' }).click()
  await expect(page.getByRole('heading', { name: 'SCAN credits' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Search name or id').fill(id)
  await expect(page).toHaveURL(/\?q=/)
  await page.getByRole('button', { name: `Grant credits to ${name}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Credits').fill('250')
  await dialog.getByRole('button', { name: 'Grant' }).click()
  await expect(dialog.getByText('Say why')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Reason').fill('Pilot project')
  await dialog.getByRole('button', { name: 'Grant' }).click()
  await expect(page.getByText(`${name} has 750 SCAN credits now.`)).toBeVisible()
  await expect(page.getByRole('row', { name: id })).toContainText('750')
  expect(await ledgerOf(customer)).toEqual({ balance: 750, sum: 750, transactions: 2, entries: 2 })

  const theirs = await customer.browser.newPage()
  await theirs.goto(customer.path('market/scan'))
  const latest = theirs.getByRole('table', { name: 'Latest transactions' })
  await expect(latest.getByRole('row', { name: 'Pilot project' })).toContainText('+250')
})

test('an operator adds a product and changes it; sales and members may not see them', async ({
  page,
  mine,
  expectAccessible,
}) => {
  const code = `otp-${crypto.randomUUID().slice(0, 8)}`
  const addresses = ['/console/products', '/console/credits', '/api/portal/console/credits']
  await expectStatus(page.request, 404, addresses)
  await grantStaff(mine, 'SALES')
  await expectStatus(page.request, 403, addresses)
  await grantStaff(mine, 'OPERATOR')
  await page.goto('/console/products')
  const table = page.getByRole('table', { name: 'SCAN products' })
  await expect(table.getByRole('row', { name: 'Typekey' })).toContainText('4')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'New product' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Code').fill('typekey')
  await dialog.getByLabel('Name').fill(code)
  await dialog.getByLabel('Cost').fill('3')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Another product has this code.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Code').fill(code)
  await dialog.getByRole('button', { name: 'Save' }).click()
  const row = table.getByRole('row', { name: code })
  await expect(row).toContainText('Active')

  await row.getByRole('button', { name: `Edit ${code}` }).click()
  await dialog.getByLabel('Cost').fill('5')
  await dialog.getByRole('switch', { name: 'Active' }).uncheck()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('Not offered')
  await expect(row).toContainText('5')
  await page.reload()
  await table.getByRole('button', { name: 'Edit License', exact: true }).click()
  await expect(dialog.getByLabel('Cost')).toBeDisabled()
  await expectAccessible(page)
})
