import { homeOf } from '../support/organizations'
import { expect, test } from '../support/test'

test('a person works in two organizations and switches between them', async ({
  page,
  newPerson,
  signIn,
  installation,
  expectAccessible,
}) => {
  const ada = newPerson('ada')
  await signIn(ada)
  const home = await homeOf(installation, ada)
  await page.goto(home.path('market/ssa'))
  await page.getByRole('button', { name: /^Organization/ }).click()
  await page.getByRole('link', { name: /New organization|Create/ }).click()
  await expect(page.getByRole('heading', { name: 'New organization' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Name').fill('  ')
  await page.getByRole('button', { name: 'Create organization' }).click()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/Give the organization a name/)
  await page.getByLabel('Name').fill('Acme & Söhne')
  await page.getByRole('button', { name: 'Create organization' }).click()
  await expect(page).toHaveURL(/\/o\/org:[a-z2-7]{12}\/members$/)
  await expect(page.getByRole('button', { name: /^Organization/ })).toContainText('Acme & Söhne')

  await page.getByRole('button', { name: /^Organization/ }).click()
  await page.getByRole('link', { name: home.name }).click()
  await expect(page).toHaveURL(new RegExp(`${home.path('')}/`))
  await expect(page.getByRole('button', { name: /^Organization/ })).toContainText(home.name)
})

test('settings show the id to copy, and rename for everybody', async ({
  page,
  newPerson,
  signIn,
  installation,
  expectAccessible,
}) => {
  const ada = newPerson('ada')
  await signIn(ada)
  const home = await homeOf(installation, ada)
  await page.goto(home.path('settings'))
  await expectAccessible(page)
  await expect(page.getByRole('code').getByText(home.id)).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy organization id' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(home.id)

  await page.getByLabel('Name', { exact: true }).fill('Analytical Engines')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText('The name was changed.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Organization/ })).toContainText('Analytical Engines')
})

test('pages about organizations fit a phone', async ({
  page,
  newPerson,
  signIn,
  installation,
  expectAccessible,
}) => {
  const ada = newPerson('a-person-with-quite-a-long-address-indeed')
  await signIn(ada)
  const home = await homeOf(installation, ada)
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of [home.path('members'), home.path('settings'), '/organizations/new']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
    await expectAccessible(page)
  }
})
