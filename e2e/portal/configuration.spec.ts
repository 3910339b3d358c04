import type { Page } from '@playwright/test'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { grantStaff } from '../support/people'
import { expect, test } from '../support/test'

// One after the other: the configuration is one, of the whole installation.
test.describe.configure({ mode: 'default' })

/** Opens the dialog of a new SSA, until it offers this attribute: servers follow within two seconds. */
async function expectOffered(page: Page, attribute: string): Promise<void> {
  const offered = async () => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Create New SSA' }).first().click()
    await expect(page.getByLabel('Software Name')).toBeVisible()
    return page.getByLabel(attribute).count()
  }
  await expect.poll(offered).toBe(1)
}

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

  await expectOffered(page, name)
  await page.goto('/console/configuration')
  await page
    .getByRole('button', { name: /^Remove attribute/ })
    .last()
    .click()
  await page.getByLabel('Days until an SSA expires').fill('30')
  await save.click()
  await expect(page.getByText('The configuration was saved.')).toBeVisible()
})

test('custom attributes are offered once operators have configured them', async ({
  page,
  newPerson,
  signIn,
  installation,
}) => {
  const attributes = [{ name: 'fqdn', inJwt: true }, 'region']
  await setSsaConfiguration(installation.ctx, { ssaCustomAttributes: attributes })
  await signIn(newPerson())
  await expectOffered(page, 'fqdn')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Software Name').fill('With attributes')
  await dialog.getByLabel('fqdn').fill('idp.example.org')
  await dialog.getByLabel('region').fill('EU')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByText('EU', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Show JWT' }).click()
  const claims = page.getByRole('region', { name: 'Claims' })
  await expect(claims.getByText('"idp.example.org"')).toBeVisible()
  await expect(claims.getByText('region')).toBeHidden()
})

test.describe('for everybody else', () => {
  test.use({ allowedComplaints: [/404/] })

  test('there is no such page', async ({ page, newPerson, signIn }) => {
    await signIn(newPerson())
    await page.goto('/console/configuration')
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  })
})
