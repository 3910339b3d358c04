import type { OrgCtx } from '@/lib/context'
import { DAY_MS } from '@/lib/days'
import { retrieveLicense } from '@/lib/licenses/retrieve'
import { retrieveLicenseSchema } from '@/lib/licenses/schema'
import { installedBy } from '@/lib/testing/licensing'
import { ago, openCard, trial } from '../support/licenses'
import { expect, test } from '../support/test'

test.use({ allowedComplaints: [/500/] })

/** Twelve Flex that asked for the license: the first from 198.51.100.1 a day ago, the others a day before each. */
async function twelveAsk(ctx: OrgCtx): Promise<void> {
  await trial(ago(ctx, 20 * DAY_MS))
  for (let days = 1; days <= 12; days++) {
    const software = { ...(await installedBy(ctx)), address: `198.51.100.${days}` }
    await retrieveLicense(ago(software, days * DAY_MS), retrieveLicenseSchema.parse({}))
  }
}

test('installations are told apart: the latest on the Flex page, all of them in a list', async ({
  page,
  expectAccessible,
  mine: ctx,
}) => {
  await openCard(page, ctx)
  const card = page.getByRole('region', { name: 'Installations' })
  await expect(card.getByText('No installation has asked yet')).toBeVisible()
  await expect(card.getByRole('link', { name: 'Connect your Flex' })).toHaveAttribute('href', /#connect$/)

  await twelveAsk(ctx)
  await page.reload()
  await expect(card.getByRole('row')).toHaveCount(11)
  await expect(card.getByRole('row').nth(1)).toContainText('198.51.100.1')
  await card.getByRole('link', { name: 'All installations (12)' }).click()
  await expect(page.getByText('12 in total')).toBeVisible()
  const first = page.getByRole('row').nth(1)
  await expect(first).toContainText('198.51.100.1')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Last seen' }).click()
  await expect(first).toContainText('198.51.100.12')
  await page.getByLabel('Search SSA, client, address or host').fill('100.7')
  await expect(page.getByText('1 in total')).toBeVisible()
  await expect(first).toContainText('198.51.100.7')
  await first.getByRole('link', { name: '…' }).click()
  await expect(page.getByRole('heading', { name: 'API clients' })).toBeVisible()
  await expect(page.getByText('1 in total')).toBeVisible()
})

test('a list that cannot be read says so, and is read again', async ({ page, mine: ctx }) => {
  await twelveAsk(ctx)
  await page.goto(ctx.path('market/flex/installations'))
  await expect(page.getByText('12 in total')).toBeVisible()
  const read = '**/api/portal/o/*/installations?*'
  await page.route(read, route => route.fulfill({ status: 500, body: 'broken' }))
  await page.getByRole('button', { name: 'Next' }).click()
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await page.unroute(read)
  await again.click()
  await expect(page.getByRole('row')).toHaveCount(3)
})
