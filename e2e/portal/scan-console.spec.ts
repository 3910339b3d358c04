import { signUpForCredits } from '@/lib/credits/sign-up'
import { organizationPath } from '@/lib/organizations/path'
import { ledgerOf } from '@/lib/testing/credits'
import { contextOf } from '../support/ssa'
import { expect, test } from '../support/test'

test('an operator grants credits, with a reason that the organization reads', async ({
  page,
  newPerson,
  signIn,
  newBrowser,
  installation,
  expectAccessible,
}) => {
  test.slow()
  const [operator, customer] = [newPerson('operator'), newPerson('customer')]
  const other = await newBrowser()
  await signIn(customer, other)
  const ctx = await contextOf(installation, customer)
  await signUpForCredits(ctx)
  await signIn(operator)
  await installation.db.staffGrant.create({ data: { email: operator.email, role: 'OPERATOR' } })
  await page.goto('/console/organizations')
  await page.getByRole('link', { name: 'SCAN credits' }).click()
  await expect(page.getByRole('heading', { name: 'SCAN credits' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Search name or id').fill(ctx.organization.id)
  await expect(page).toHaveURL(/\?q=/)
  await page.getByRole('button', { name: `Grant credits to ${ctx.organization.name}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Credits').fill('250')
  await dialog.getByRole('button', { name: 'Grant' }).click()
  await expect(dialog.getByText('Say why')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Reason').fill('Pilot project')
  await dialog.getByRole('button', { name: 'Grant' }).click()
  await expect(page.getByText(`${ctx.organization.name} has 750 SCAN credits now.`)).toBeVisible()
  await expect(page.getByRole('row', { name: ctx.organization.id })).toContainText('750')
  expect(await ledgerOf(ctx)).toEqual({ balance: 750, sum: 750, transactions: 2, entries: 2 })

  const theirs = await other.newPage()
  await theirs.goto(organizationPath(ctx.organization.id, 'market/scan'))
  const latest = theirs.getByRole('table', { name: 'Latest transactions' })
  await expect(latest.getByRole('row', { name: 'Pilot project' })).toContainText('+250')
})

test('an operator adds a product and changes it; sales and members may not see them', async ({
  page,
  newPerson,
  signIn,
  installation,
  expectAccessible,
}) => {
  test.slow()
  const person = newPerson('operator')
  const code = `otp-${crypto.randomUUID().slice(0, 8)}`
  await signIn(person)
  for (const path of ['/console/products', '/console/credits', '/api/portal/console/credits']) {
    expect((await page.request.get(path)).status(), path).toBe(404)
  }
  const grant = { email: person.email, role: 'SALES' as const }
  await installation.db.staffGrant.create({ data: grant })
  for (const path of ['/console/products', '/console/credits', '/api/portal/console/credits']) {
    expect((await page.request.get(path)).status(), path).toBe(403)
  }
  await installation.db.staffGrant.create({ data: { ...grant, role: 'OPERATOR' } })
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
