import { grantStaff } from '../support/people'
import { issue } from '../support/ssa'
import { expectStatus } from '../support/status'
import { expect, test } from '../support/test'

test('an operator looks after organizations, keys and the log of the installation', async ({
  page,
  mine,
  theirs: customer,
  expectAccessible,
}) => {
  await issue(customer, { softwareId: 'Customer app' })
  await grantStaff(mine, 'OPERATOR')
  await page.goto('/')
  await page.getByRole('link', { name: 'Console' }).click()
  await expect(page.getByRole('heading', { name: 'Organizations' })).toBeVisible()
  await page.getByLabel('Search name, id or e-mail').fill(customer.email)
  const row = page.getByRole('row', { name: customer.organization.id })
  await expect(row).toBeVisible()
  await expect(page.getByText('1 in total')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Audit log' }).click()
  await page.getByLabel('Search people, objects and actions').fill('Customer app')
  const entries = page.getByRole('row').filter({ has: page.getByRole('cell') })
  await expect(entries.filter({ hasNotText: 'Customer app' })).toHaveCount(0)
  await expect(entries.filter({ hasText: 'created the SSA Customer app' }).first()).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Signing keys' }).click()
  const statements = page.getByRole('region', { name: 'Statements' })
  const keyIds = statements.getByRole('row', { name: 'ssa_' })
  await expect(keyIds.first()).toBeVisible()
  const before = await keyIds.count()
  await statements.getByRole('button', { name: 'Rotate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rotate the signing key: Statements' })
  await dialog.getByRole('button', { name: 'Rotate' }).click()
  await expect(page.getByText('The key was rotated.')).toBeVisible()
  await expect(keyIds).toHaveCount(before + 1)
  await expect(statements.getByText('Active')).toHaveCount(1)
  await expectAccessible(page)
})

test('sales see organizations, not keys and logs', async ({ page, mine }) => {
  await grantStaff(mine, 'SALES')
  await page.goto('/console')
  await expect(page.getByRole('heading', { name: 'Organizations' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Signing keys|Audit log/ })).toHaveCount(0)
  await expectStatus(page.request, 403, ['/console/keys', '/console/audit', '/api/portal/console/audit'])
})

test('members know of no Console', async ({ page, newPerson, signIn }) => {
  await signIn(newPerson())
  const paths = ['/console', '/console/keys', '/console/organizations', '/console/audit']
  const reads = [
    '/api/portal/console/organizations',
    '/api/portal/console/audit',
    '/api/portal/console/audit/export?format=csv',
  ]
  await expectStatus(page.request, 404, [...paths, ...reads])
})
