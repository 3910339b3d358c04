import { expectFits } from '../support/accessible'
import { ownerOf } from '../support/people'
import { expect, test } from '../support/test'

test('a person works in two organizations and switches between them', async ({
  page,
  mine,
  expectAccessible,
}) => {
  await page.goto(mine.path('market/ssa'))
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
  await page.getByRole('link', { name: mine.organization.name }).click()
  await expect(page).toHaveURL(new RegExp(`${mine.path('')}/`))
  await expect(page.getByRole('button', { name: /^Organization/ })).toContainText(mine.organization.name)
})

test('settings show the id to copy, and rename for everybody', async ({ page, mine, expectAccessible }) => {
  await page.goto(mine.path('settings'))
  await expectAccessible(page)
  await expect(page.getByRole('code').getByText(mine.organization.id)).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy organization id' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(mine.organization.id)

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
    signIn,
    theirs,
  }) => {
    await signIn(newPerson('eve'))
    const { id, name } = theirs.organization
    for (const spelling of [id, id.toUpperCase(), encodeURIComponent(id)]) {
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
        expect(await page.content()).not.toContain(name)
      }
    }
  })
})

test('pages about organizations fit a phone', async ({
  page,
  context,
  newPerson,
  signIn,
  installation,
  expectAccessible,
}) => {
  const person = newPerson('a-person-with-quite-a-long-address-indeed')
  await signIn(person)
  const mine = await ownerOf(installation, person, context)
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of [mine.path('members'), mine.path('settings'), '/organizations/new']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectFits(page)
    await expectAccessible(page)
  }
})
