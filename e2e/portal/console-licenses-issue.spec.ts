import { daysAfter } from '@/lib/days'
import { enterprise } from '@/lib/testing/licensing'
import { grantStaff, join } from '../support/people'
import { expectStatus } from '../support/status'
import { expect, test } from '../support/test'

test('sales issue an enterprise license, which replaces the trial that is shown to them', async ({
  page,
  mine,
  theirs: customer,
  installation,
  expectAccessible,
}) => {
  const home = customer.organization
  const first = await enterprise(installation.ctx, customer, { mauThreshold: 2000 })
  expect((await customer.mailbox.next()).subject).toBe(`A Gluu Admin UI license for ${home.name}`)

  await grantStaff(mine, 'SALES')
  await page.goto('/console/licenses')
  await page.getByLabel('Search key, organization or customer').fill(home.id)
  await expect(page.getByRole('row', { name: first.key })).toContainText('2,000')
  await expect(page.getByText('1 in total')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Issue enterprise license' }).click()
  await expect(page.getByRole('heading', { name: 'Issue enterprise license' })).toBeVisible()
  const organization = page.getByRole('combobox', { name: 'Organization' })
  await organization.fill(customer.email)
  await page.getByRole('option', { name: home.id }).click()
  await expect(organization).toHaveValue(`${home.name} (${home.id})`)
  await expect(page.getByText(`Enterprise license ${first.key} of ${home.name}, 2,000 MAU`)).toBeVisible()
  await page.getByLabel('MAU threshold').fill('25000')
  await expect(page.getByText('Flex closes its Admin UI at 28,750.')).toBeVisible()
  await page.getByRole('button', { name: '3 years' }).click()
  await page.getByLabel('Company').fill('Acme GmbH')
  await page.getByLabel('E-mail').fill('buyer')
  await page.getByRole('textbox', { name: 'Notes' }).fill('Quote 17')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Replace and issue' }).click()
  await expect(page.getByText('This is not an e-mail address.')).toBeVisible()
  await page.getByLabel('E-mail').fill(customer.email)
  await page.getByRole('button', { name: 'Replace and issue' }).click()

  await expect(page.getByText('The customer gets a mail.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'License', exact: true })).toContainText('25,000')
  await expect(page.getByRole('link', { name: first.key })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Quote 17')
  await expectAccessible(page)
  const mail = await customer.mailbox.next()
  expect(mail.text).toContain('25,000 monthly active users')
  expect(mail.text).toContain('It takes the place of the license that ran so far.')

  await page.getByRole('link', { name: first.key }).click()
  await expect(page.getByRole('heading', { level: 1, name: first.key })).toBeVisible()
  await expect(page.getByText('Replaced by another license')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Revoke' })).toHaveCount(0)
})

test('a ticket’s link fills the form in; another license meanwhile is not replaced unseen', async ({
  page,
  mine,
  theirs: customer,
  installation,
}) => {
  const home = customer.organization
  await grantStaff(mine, 'SALES')
  await page.goto(`/console/licenses/new?org=${home.id}&mau=4000`)
  await expect(page.getByRole('combobox', { name: 'Organization' })).toHaveValue(`${home.name} (${home.id})`)
  await expect(page.getByLabel('MAU threshold')).toHaveValue('4,000')
  await expect(page.getByText(`${home.name} has no live license of this product.`)).toBeVisible()
  const meanwhile = await enterprise(installation.ctx, customer)
  await page.getByRole('button', { name: 'Issue license' }).click()
  await expect(page.getByText('The running license has changed since you looked.')).toBeVisible()
  await expect(page.getByRole('link', { name: meanwhile.key })).toBeVisible()
  await page.getByRole('button', { name: 'Replace and issue' }).click()
  await expect(page.getByRole('region', { name: 'License', exact: true })).toContainText('4,000')

  await page.goto('/console/licenses/new')
  await expect(page.getByRole('combobox', { name: 'Organization' })).toBeVisible()
  await page.getByLabel('Product').selectOption('Gluu Server 4')
  await expect(page.getByLabel('Host')).toBeVisible()
  await page.getByRole('button', { name: 'Issue license' }).click()
  await expect(page.getByText('Name the organization.')).toBeVisible()
})

test('sales who belong to the organization are told why they may not, and by whom it is done', async ({
  page,
  mine,
  installation,
  expectAccessible,
}) => {
  await grantStaff(mine, 'SALES')
  const license = await enterprise(installation.ctx, mine)
  await page.goto(`/console/licenses/new?org=${mine.organization.id}`)
  const why = page.getByText('You belong to this organization. Ask a colleague to do this.')
  await expect(why).toBeVisible()
  await expect(page.getByRole('button', { name: 'Issue license' })).toBeDisabled()
  await page.goto(`/console/licenses/${license.id}`)
  await expect(page.getByRole('heading', { level: 1, name: license.key })).toBeVisible()
  await expect(why).toBeVisible()
  await expect(page.getByRole('button', { name: /Revoke|Suspend|Change|Save/ })).toHaveCount(0)
  await expectAccessible(page)
})

test('operators read every license and change none; members know of none', async ({
  page,
  mine,
  theirs: customer,
  installation,
}) => {
  const { id, key } = await enterprise(installation.ctx, customer)
  await grantStaff(mine, 'OPERATOR')
  await page.goto(`/console/licenses?q=${key}`)
  await page.getByRole('link', { name: key }).click()
  await expect(page.getByRole('heading', { level: 1, name: key })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('None.')
  await expect(page.getByRole('button', { name: /Revoke|Suspend|Change|Save/ })).toHaveCount(0)
  await expectStatus(page.request, 403, ['/console/licenses/new'])
  const pages = ['/console/licenses', `/console/licenses/${id}`, '/console/licenses/new']
  const reads = [
    '/api/portal/console/licenses',
    `/api/portal/console/licenses/offer?organizationId=${customer.organization.id}`,
  ]
  await expectStatus(customer.browser.request, 404, [...pages, ...reads])
  await expectStatus(page.request, 404, ['/console/licenses/1', `/console/licenses/${crypto.randomUUID()}`])
})

test('a member who sells elsewhere still finds the list of others', async ({
  page,
  mine,
  theirs: customer,
  installation,
}) => {
  await grantStaff(mine, 'SALES')
  await join(customer, mine, 'VIEWER')
  const soon = daysAfter(new Date(), 5)
  const { key } = await enterprise(installation.ctx, customer, { validUntil: soon })
  await page.goto(`/console/licenses?q=${customer.organization.id}`)
  await expect(page.getByRole('row', { name: key })).toBeVisible()
  await page.getByLabel('Ends', { exact: true }).selectOption('Ends within 7 days')
  await expect(page).toHaveURL(/ends=7/)
  await expect(page.getByRole('row', { name: key })).toBeVisible()
  await page.getByLabel('Status', { exact: true }).selectOption('Suspended')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(page).not.toHaveURL(/status=/)
})
