import { OWN_ORGANIZATION } from '@/lib/access/own-organization'
import { signUpForCredits } from '@/lib/credits/sign-up'
import { subscribe } from '@/lib/orders/subscribe'
import { enterprise } from '@/lib/testing/licensing'
import { checkout } from '@/lib/testing/ordering'
import { grantStaff } from '../support/people'
import { expect, test } from '../support/test'

test('staff look at what is their own organization’s, and are told that a colleague gives', async ({
  page,
  mine,
  theirs,
  installation,
  expectAccessible,
}) => {
  for (const role of ['OPERATOR', 'SALES'] as const) await grantStaff(mine, role)
  for (const org of [mine, theirs]) await signUpForCredits(org)
  const own = mine.organization

  const { number } = await subscribe(mine, checkout())
  await page.goto(`/console/orders/${number}`)
  await expect(page.getByText(OWN_ORGANIZATION)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Mark as paid' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Void' })).toHaveCount(0)
  await expectAccessible(page)

  const license = await enterprise(installation.ctx, mine)
  await page.goto(`/console/licenses/${license.id}`)
  await expect(page.getByText(OWN_ORGANIZATION)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Suspend' })).toHaveCount(0)

  await page.goto(`/console/credits?q=${encodeURIComponent(own.id)}`)
  const table = page.getByRole('table', { name: 'SCAN credits' })
  await expect(table.getByRole('row', { name: own.id })).toContainText('Yours: ask a colleague')
  await expect(table.getByRole('button', { name: 'Grant' })).toHaveCount(0)
  await expectAccessible(page)
  await page.goto(`/console/credits?q=${encodeURIComponent(theirs.organization.id)}`)
  await expect(
    table.getByRole('button', { name: `Grant credits to ${theirs.organization.name}` }),
  ).toBeVisible()
})
