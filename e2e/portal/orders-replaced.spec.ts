import { revokeLicense } from '@/lib/licenses/revoke'
import { enterprise } from '@/lib/testing/licensing'
import { subscribed } from '@/lib/testing/ordering'
import { fillCheckout } from '../support/checkout'
import { sales } from '../support/licenses'
import { expect, test } from '../support/test'

test('an enterprise license leaves nothing to change on the subscription it took the place of; once it is taken back, there are plans again', async ({
  page,
  mine,
  expectAccessible,
}) => {
  const office = await sales(mine)
  await subscribed(mine, office)
  await page.goto(mine.path('market/flex/billing'))
  await expect(page.getByRole('link', { name: 'Change the plan' })).toBeVisible()
  await expect(page.getByText('Renews on')).toBeVisible()
  const { id } = await enterprise(office, mine)
  await page.reload()
  await expect(page.getByText('The subscription ends by itself within a day.')).toBeVisible()
  await expect(page.getByText('Renews on')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Change the plan' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /the subscription$/ })).toHaveCount(0)
  await expectAccessible(page)

  await revokeLicense(office, { id, reason: 'Issued by mistake.' })
  await page.reload()
  await expect(page.getByText('The license of the subscription was replaced or taken back')).toBeVisible()
  await page.getByRole('link', { name: 'See the plans' }).click()
  await page.getByRole('link', { name: 'Subscribe to Starter' }).click()
  await fillCheckout(page)
  await page.getByRole('button', { name: 'Place the order' }).click()
  await expect(page.getByRole('heading', { name: /^Order / })).toBeVisible()
  await expectAccessible(page)
})
