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

test.describe('somebody who is no member', () => {
  test.use({ allowedComplaints: [/404/] })

  test('finds none of the pages and reads of an organization, whatever the spelling of its id', async ({
    page,
    newPerson,
    newBrowser,
    signIn,
    installation,
  }) => {
    const [ada, eve] = [newPerson('ada'), newPerson('eve')]
    await signIn(ada, await newBrowser())
    await signIn(eve)
    const home = await homeOf(installation, ada)
    for (const spelling of [home.id, home.id.toUpperCase(), encodeURIComponent(home.id)]) {
      for (const read of ['members', 'invitations']) {
        const answer = await page.request.get(`/api/portal/o/${spelling}/${read}`)
        expect([answer.status(), await answer.json()]).toEqual([
          404,
          expect.objectContaining({ code: 'NOT_FOUND', message: 'This organization was not found.' }),
        ])
      }
      for (const path of ['members', 'settings']) {
        await page.goto(`/o/${spelling}/${path}`)
        await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
        expect(await page.content()).not.toContain(home.name)
      }
    }
  })
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
