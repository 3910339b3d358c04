import { grantStaff } from '../support/people'
import { expect, test } from '../support/test'

test('an operator changes the configuration, and people find the new attribute', async ({
  page,
  mine,
  expectAccessible,
}) => {
  await grantStaff(mine, 'OPERATOR')
  await page.goto('/console/configuration')
  const save = page.getByRole('button', { name: 'Save configuration' })
  await expect(save).toBeDisabled()
  await expect(page.getByRole('switch', { name: 'The SSA endpoint is turned on' })).toBeChecked()
  const checks = page.getByRole('table', { name: 'Checks of SSAs' })
  await expect(checks.getByRole('row')).toHaveText([/Refused/, /^Today\d/, /^Last 30 days\d/])

  await page.getByLabel('Published address').fill('sso.example.com')
  await page.getByRole('button', { name: 'Add attribute' }).click()
  const attribute = page.getByRole('textbox', { name: /^Name of attribute/ }).last()
  await attribute.fill('jti')
  await save.click()
  await expect(page.getByText('Give an http or https address, or leave it empty.')).toBeVisible()
  await expect(page.getByText('"jti" means something else in a statement.')).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Published address').fill('')
  const name = `fqdn-${crypto.randomUUID().slice(0, 8)}`
  await attribute.fill(name)
  await page
    .getByRole('checkbox', { name: /^In the JWT/ })
    .last()
    .check()
  await page.getByLabel('Days until an SSA expires').fill('45')
  await save.click()
  await expect(page.getByText('The configuration was saved.')).toBeVisible()
  await expect(save).toBeDisabled()
  const latest = page.getByRole('table', { name: 'Changes' }).getByRole('row').nth(1)
  await expect(latest).toContainText('ssaExpirationInDays')
  await expect(latest).toContainText(name)
  await expect(latest).not.toContainText('ssaEnabled')

  const found = async () => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Create New SSA' }).first().click()
    await expect(page.getByLabel('Software Name')).toBeVisible()
    return page.getByLabel(name).count()
  }
  await expect.poll(found, { timeout: 5000 }).toBe(1)

  await page.goto('/console/configuration')
  await page
    .getByRole('button', { name: /^Remove attribute/ })
    .last()
    .click()
  await page.getByLabel('Days until an SSA expires').fill('30')
  await save.click()
  await expect(save).toBeDisabled()
})

test.describe('for everybody else', () => {
  test.use({ allowedComplaints: [/404/] })

  test('there is no such page', async ({ page, newPerson, signIn }) => {
    await signIn(newPerson())
    await page.goto('/console/configuration')
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  })
})
