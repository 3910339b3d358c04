import { registeredClient } from '@/lib/testing/registered-client'
import { expectFits } from '../support/accessible'
import { createClientOnScreen } from '../support/clients'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

test('the list is searched, filtered, sorted and turned by its address', async ({
  page,
  mine,
  expectAccessible,
}) => {
  const list = mine.path('clients')
  const { jti } = await issue(mine, { softwareId: 'Twelve installations' })
  const hour = 60 * 60 * 1000
  for (let n = 1; n <= 12; n++) {
    const at = (hours: number) => new Date(Date.now() + hours * hour)
    await registeredClient(mine, jti, {
      name: `Installation ${String(n).padStart(2, '0')}`,
      createdAt: at(-n),
      expiresAt: n === 12 ? at(-1) : at(24 * 365),
      lastUsedAt: n <= 3 ? at(-4 + n) : null,
    })
  }
  await page.goto(list)
  const names = page.locator('tbody tr td:nth-child(2)')
  const seeded = (...numbers: number[]) => numbers.map(n => `Installation ${String(n).padStart(2, '0')}`)
  await expect(names).toHaveText(seeded(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
  await expect(page.getByRole('button', { name: /Rotate the secret/ })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(names).toHaveText(seeded(11, 12))
  await page.reload()
  await expect(names).toHaveText(seeded(11, 12))

  await page.getByRole('button', { name: 'Last used' }).click()
  await expect(names.first()).toHaveText('Installation 03')
  await page.getByLabel('Status', { exact: true }).selectOption('Expired')
  await expect(names).toHaveText(seeded(12))
  await expect(page).toHaveURL(/status=EXPIRED/)
  await page.getByLabel('Kind', { exact: true }).selectOption('Made here')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await page.getByLabel('Search by name or client id').fill('installation 07')
  await expect(names).toHaveText(seeded(7))
  await page.goto(`${list}?ssa=${crypto.randomUUID()}`)
  await page.getByRole('button', { name: 'Registered with one SSA: show all' }).click()
  await expect(page.getByText('12 in total')).toBeVisible()
})

test('an SSA shows what registered with it, and revoking it says what stops', async ({
  page,
  mine,
  expectAccessible,
}) => {
  const { jti } = await issue(mine, { softwareId: 'Fleet' })
  const at = mine.path('market/ssa')
  await page.goto(`${at}/${jti}`)
  const region = page.getByRole('region', { name: 'Registered clients' })
  await expect(region.getByText('No software has registered with this SSA yet.')).toBeVisible()
  for (let n = 1; n <= 12; n++) await registeredClient(mine, jti, { name: `Flex ${n}` })
  await registeredClient(mine, jti, { name: 'Over', expiresAt: new Date(Date.now() - 1000) })
  await page.reload()
  await expect(region.getByRole('row')).toHaveCount(11)
  await expect(region.getByRole('row', { name: 'Over' })).toContainText('Expired')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('dialog').getByText('12 clients')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.goto(at)
  await page.getByRole('button', { name: 'Revoke All' }).click()
  await expect(page.getByRole('dialog').getByText('12 clients')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${at}/${jti}`)
  await region.getByRole('link', { name: 'See all 13 clients' }).click()
  await expect(page.getByText('13 in total')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('list, details, form and secret fit', async ({ page, mine, expectAccessible }) => {
    const { jti } = await issue(mine)
    await registeredClient(mine, jti, { name: `Flex-${'long'.repeat(20)}` })
    const fits = async () => {
      await expectFits(page)
      await expectAccessible(page)
    }
    await page.goto(mine.path('clients'))
    await page.getByRole('button', { name: 'Show details' }).click()
    await fits()
    await page.getByRole('button', { name: 'New API client' }).click()
    await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
    await fits()
    await page.keyboard.press('Escape')
    await createClientOnScreen(page, 'Build server', /Read every SSA in reach/)
    await fits()
  })
})
