import { openAndConfirm } from '../support/sign-in'
import { expect, test } from '../support/test'
import { startWrit, type Writ, writ } from '../support/writ'

let server: Writ
test.afterEach(() => server.stop())

test('the extension module adds a claim to what a person creates, and its failure is told', async ({
  page,
  newPerson,
  installation,
}) => {
  const { settings } = installation
  server = await startWrit({ ...settings, WRIT_SSA_HOOKS: 'lib/testing/hooks/module.mjs' })
  const shell = { ...settings, WRIT_DATA: server.data, WRIT_URL: server.url }
  await openAndConfirm(page, await writ(shell, 'signin-link', newPerson().email))

  await page.getByRole('button', { name: 'Create New SSA' }).first().click()
  await page.getByLabel('Software Name').fill('throws')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByText('The extension module of this installation failed in "create".')).toBeVisible()

  await page.getByLabel('Software Name').fill('Added by the module')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.getByText('custom_claim_name')).toBeVisible()
})
