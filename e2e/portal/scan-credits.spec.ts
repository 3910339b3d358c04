import type { Page } from '@playwright/test'
import { signUpForCredits } from '@/lib/credits/sign-up'
import { debit, ledgerOf, platformClient } from '@/lib/testing/credits'
import { recordActions, replay } from '../support/actions'
import { saved } from '../support/download'
import { join } from '../support/people'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

const tile = (page: Page, label: string) =>
  page.locator('dl div').filter({ has: page.getByText(label, { exact: true }) })

test('an owner signs up for SCAN, once, and sees what the credits are spent on', async ({
  page,
  mine: ctx,
  expectAccessible,
}) => {
  await issue(ctx, { softwareId: 'Flex production' })
  await page.goto(ctx.path('market/flex'))
  await page.getByRole('link', { name: 'SCAN' }).click()
  await expect(page.getByRole('heading', { name: '500 free credits' })).toBeVisible()
  await expect(
    page.getByRole('table', { name: 'Prices' }).getByRole('row', { name: 'License' }),
  ).toContainText('Free')
  await expectAccessible(page)

  const [signUp] = await recordActions(page, async () => {
    await page.getByRole('button', { name: 'Sign up' }).dblclick()
    await expect(tile(page, 'Remaining credits')).toContainText('500')
  })
  await Promise.all(Array.from({ length: 5 }, () => replay(page.request, signUp!)))
  expect(await ledgerOf(ctx)).toEqual({ balance: 500, sum: 500, transactions: 1, entries: 1 })
  await page.reload()
  await expect(tile(page, 'Credit threshold')).toContainText('50')
  await expect(tile(page, 'Total transactions')).toContainText('1')
  await expect(tile(page, 'Total SSA')).toContainText('1')
  const latest = page.getByRole('table', { name: 'Latest transactions' })
  await expect(latest.getByRole('columnheader')).toHaveText(['Product', 'Credit Cost', 'Date'])
  await expect(latest.getByRole('row', { name: 'Free credits' })).toContainText('+500')
  await expectAccessible(page)

  const tabs = page.getByRole('navigation', { name: 'SCAN' })
  await tabs.getByRole('link', { name: 'SSA' }).click()
  await expect(page.getByRole('table', { name: 'SSAs' }).getByText('Flex production')).toBeVisible()
  await expect(page).toHaveURL(/\/market\/scan\/ssa$/)
  await expectAccessible(page)
})

test('transactions are narrowed, turned and taken away', async ({
  page,
  mine: ctx,
  installation,
  expectAccessible,
}) => {
  await signUpForCredits(ctx)
  const client = platformClient(installation.ctx)
  for (let n = 0; n < 11; n++) await debit(client, ctx, { reference: `push ${n}` })
  await debit(client, ctx, { product: 'license' })
  await debit(client, ctx, { product: 'typekey', quantity: 2, reference: '=SUM(A1)' })
  await page.goto(ctx.path('market/scan/transactions'))
  const table = page.getByRole('table', { name: 'Transactions' })
  await expect(table.getByRole('row', { name: 'Typekey × 2' })).toContainText('481')
  await expect(page.getByText('14 in total')).toBeVisible()
  await expect(
    table.getByRole('row', { name: 'License' }).getByRole('cell', { name: '0 (free)', exact: true }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(table.getByRole('row', { name: 'Free credits' })).toContainText('+500')
  await page.getByRole('button', { name: 'Previous' }).click()
  await table.getByRole('row', { name: 'Typekey × 2' }).getByRole('button', { name: 'Show details' }).click()
  await expect(page.getByText('Billing (API client)')).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Product', { exact: true }).selectOption('typekey')
  await expect(page.getByText('1 in total')).toBeVisible()
  await expect(page).toHaveURL(/\?product=typekey$/)
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await saved(page, () => page.getByRole('link', { name: 'CSV' }).click())
  expect(file.name).toMatch(/^scan-\d{4}-\d{2}-\d{2}\.csv$/)
  const csv = file.text.trimEnd().split('\r\n')
  expect(csv).toHaveLength(2)
  expect(csv[1]).toContain(",typekey,Typekey,2,8,0,481,'=SUM(A1),")

  await page.getByLabel('Kind', { exact: true }).selectOption('SIGN_UP')
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await expect(page.getByText('14 in total')).toBeVisible()
})

test('low credits are told by one mail and a note, until there are more', async ({
  page,
  mine: ctx,
  expectAccessible,
}) => {
  await signUpForCredits(ctx)
  await page.goto(ctx.path('market/scan/settings'))
  const threshold = page.getByLabel('Credit threshold', { exact: true })
  await threshold.fill('')
  await page.getByRole('button', { name: 'Save threshold' }).click()
  await expect(page.getByText('Enter a whole number of credits, at most 1,000,000.')).toBeVisible()
  await threshold.fill('600')
  await page.getByRole('button', { name: 'Save threshold' }).click()
  await expect(page.getByText('500 SCAN credits left')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Ask for more credits' })).toBeVisible()
  await expectAccessible(page)
  const mail = await ctx.mailbox.next()
  expect(mail.subject).toBe(`${ctx.organization.name} has 500 SCAN credits left`)
  expect(mail.text).toContain(ctx.path('market/scan'))

  await page.getByRole('navigation', { name: 'SCAN' }).getByRole('link', { name: 'Overview' }).click()
  await expect(tile(page, 'Credit threshold')).toContainText('600')
  await expect(page.getByText('500 SCAN credits left')).toBeVisible()
  await page.getByRole('navigation', { name: 'SCAN' }).getByRole('link', { name: 'Settings' }).click()
  await threshold.fill('20')
  await page.getByRole('button', { name: 'Save threshold' }).click()
  await expect(page.getByText('500 SCAN credits left')).toHaveCount(0)
})

test('a viewer sees everything and changes nothing', async ({ page, mine, theirs: ctx }) => {
  await join(ctx, mine, 'VIEWER')
  const scan = ctx.path('market/scan')
  await page.goto(`${scan}/transactions`)
  await expect(page.getByText('Ask an owner or admin')).toBeVisible()
  await expect(page).toHaveURL(/\/market\/scan$/)
  await expect(page.getByRole('button', { name: 'Sign up' })).toHaveCount(0)
  await signUpForCredits(ctx)
  await page.goto(`${scan}/settings`)
  await expect(page.getByText('50 SCAN credits')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save threshold' })).toHaveCount(0)
})
