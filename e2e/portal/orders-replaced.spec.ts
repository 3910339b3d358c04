import { enterprise } from '@/lib/testing/licensing'
import { subscribed } from '@/lib/testing/ordering'
import { sales } from '../support/licenses'
import { expect, test } from '../support/test'

test('an enterprise license leaves nothing to change or cancel on the subscription it took the place of', async ({
  page,
  mine,
  expectAccessible,
}) => {
  const office = await sales(mine)
  await subscribed(mine, office)
  await page.goto(mine.path('market/flex/billing'))
  await expect(page.getByRole('link', { name: 'Change the plan' })).toBeVisible()
  await expect(page.getByText('Renews on')).toBeVisible()
  await enterprise(office, mine)
  await page.reload()
  await expect(page.getByText('The subscription ends by itself within a day.')).toBeVisible()
  await expect(page.getByText('Renews on')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Change the plan' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /the subscription$/ })).toHaveCount(0)
  await expectAccessible(page)
})
