import { enterprise } from '@/lib/testing/licensing'
import { opened, SALES } from '@/lib/testing/tickets'
import { indexOf, monthAt, monthName, monthOf } from '@/lib/usage/month'
import { reportMau } from '@/lib/usage/report'
import { reportMauSchema } from '@/lib/usage/schema'
import { saved } from '../support/download'
import { grantStaff, join } from '../support/people'
import { expectStatus } from '../support/status'
import { expect, test } from '../support/test'

const ago = (months: number) => monthAt(indexOf(monthOf(new Date())) - months)

/** Milliseconds, far more than a test here takes: the running month is not to end amid one. */
const LONG = 120_000
test.beforeEach(async ({}, info) => {
  info.setTimeout(info.timeout + LONG)
  const endsSoon = () => monthOf(new Date(Date.now() + LONG)) !== monthOf(new Date())
  await expect.poll(endsSoon, { timeout: LONG + 1000 }).toBe(false)
})

test('an owner reports use, sees where it leads, and corrects it', async ({
  page,
  mine,
  installation,
  expectAccessible,
}) => {
  await enterprise(installation.ctx, mine, { mauThreshold: 1000 })
  await page.goto(mine.path('market/flex'))
  const card = page.getByRole('region', { name: 'Monthly active users' })
  const dialog = page.getByRole('dialog')
  await expect(card).toContainText('Nothing was reported yet.')

  await card.getByRole('button', { name: 'Upload CSV' }).click()
  const lines = [`month,mau`, `${ago(4)},600`, `${ago(3)},700`, `nonsense`, `${ago(2)},800`, `${ago(-2)},9`]
  await dialog.getByRole('button', { name: 'Upload' }).click()
  await expect(dialog.getByLabel('Lines')).toHaveAccessibleDescription('Choose a file, or paste its lines.')
  const file = { name: 'use.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(file)
  await expect(dialog.getByLabel('Lines')).toHaveValue(lines.join('\n'))
  await dialog.getByRole('button', { name: 'Upload' }).click()
  await expect(dialog.getByRole('alert')).toContainText('2 lines could not be read')
  await expect(dialog.getByRole('alert')).toContainText('Line 4, nonsense')
  await expect(dialog.getByRole('alert')).toContainText('Line 6')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(card).toContainText(`${monthName(ago(2))}: 800 of 1,000 active users.`)

  await card.getByRole('button', { name: 'Report a month' }).click()
  await dialog.getByLabel('Active users').fill('850')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Report', exact: true }).click()
  await expect(card).toContainText(`${monthName(ago(1))}: 850 of 1,000 active users.`)
  await card.getByRole('button', { name: 'Report a month' }).click()
  await expect(dialog).toContainText('Reported so far: 850')
  await dialog.getByLabel('Active users').fill('900')
  await dialog.getByRole('button', { name: 'Correct' }).click()
  const leads = `At this pace you pass the threshold in ${monthName(ago(-1))}, and reach the line where Flex closes its Admin UI in ${monthName(ago(-2))}.`
  await expect(card).toContainText(leads)

  await expect(card.getByRole('img', { name: 'Chart.' })).toContainText('115 %: 1,150')
  await card.getByText('The same numbers as a table').click()
  const table = card.getByRole('table', { name: 'Monthly active users' })
  await expect(table.getByRole('row', { name: monthName(ago(1)) })).toContainText('900')
  await expect(table.getByRole('row', { name: monthName(ago(-1)) })).toContainText('Forecast')
  await expectAccessible(page)

  const { name } = await saved(page, () => card.getByRole('link', { name: 'Export CSV' }).click())
  expect(name).toBe('mau-adminui001.csv')
})

test('viewers see what was reported and report nothing; others see nothing', async ({
  page,
  mine,
  theirs,
}) => {
  const of = { organizationId: theirs.organization.id, productCode: 'adminui001', reportedByName: 'Ada' }
  const at = { createdAt: new Date(), updatedAt: new Date() }
  await theirs.db.mauReport.create({ data: { ...of, ...at, month: ago(1), mau: 4321 } })
  await expectStatus(page.request, 404, [`/api/portal${theirs.path('usage/export')}`])
  await join(theirs, mine, 'VIEWER')
  await page.goto(theirs.path('market/flex'))
  const card = page.getByRole('region', { name: 'Monthly active users' })
  await expect(card).toContainText(`${monthName(ago(1))}: 4,321 active users.`)
  await expect(card.getByRole('button', { name: /Report|Upload/ })).toHaveCount(0)
  await expectStatus(page.request, 200, [`/api/portal${theirs.path('usage/export')}`])
})

test('of two products one is chosen; staff see both on the licenses, and what a ticket to sales is about', async ({
  page,
  mine,
  theirs: sales,
  installation,
  expectAccessible,
}) => {
  const flex = await enterprise(installation.ctx, mine, { mauThreshold: 1000 })
  const gluu4 = { productCode: 'gluu4', fqdn: 'id.example.org' }
  const perHost = await enterprise(installation.ctx, mine, gluu4)
  const reports = [4, 3, 2, 1].map(months => ({ month: ago(months), mau: 1000 - months * 100 }))
  await reportMau(mine, { productCode: 'adminui001', reports })
  const { number } = await opened(mine, SALES)

  await page.goto(mine.path('market/flex'))
  const card = page.getByRole('region', { name: 'Monthly active users' })
  await expect(card).toContainText(`${monthName(ago(1))}: 900 of 1,000 active users.`)
  await card.getByLabel('Product').selectOption('Gluu Server 4')
  await expect(card).toContainText('Nothing was reported yet.')
  await card.getByRole('button', { name: 'Report a month' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Gluu Server 4')
  await dialog.getByLabel('Active users').fill('77')
  await dialog.getByRole('button', { name: 'Report', exact: true }).click()
  await expect(card).toContainText(
    `${monthName(ago(1))}: 77 active users. Its licenses are for one host each`,
  )
  await expect(card.getByRole('img', { name: 'Chart.' })).not.toContainText('Threshold')
  await expectAccessible(page)
  const { name } = await saved(page, () => card.getByRole('link', { name: 'Export CSV' }).click())
  expect(name).toBe('mau-gluu4.csv')

  await grantStaff(sales, 'SALES')
  const desk = await sales.browser.newPage()
  await desk.goto(`/console/licenses/${flex.id}`)
  const use = desk.getByRole('region', { name: 'Monthly active users' })
  await expect(use).toContainText(`900 of 1,000 active users. At this pace they pass the threshold in`)
  await expect(use.getByRole('img', { name: 'Chart.' })).toContainText('115 %: 1,150')
  await expect(use.getByRole('button')).toHaveCount(0)
  await expectAccessible(desk)
  await desk.goto(`/console/licenses/${perHost.id}`)
  await expect(use).toContainText('77 active users.')
  await desk.goto(`/console/tickets/${number}`)
  const about = desk.getByRole('region', { name: 'About this ticket' })
  await expect(about).toContainText('900 of 1,000 active users. At this pace they pass')
  await expectAccessible(desk)
})

test('threshold and what is allowed are told apart, also when use is thousands of times the threshold', async ({
  page,
  mine,
  installation,
}) => {
  await enterprise(installation.ctx, mine, { mauThreshold: 1000 })
  await reportMau(mine, reportMauSchema.parse({ reports: [{ month: ago(1), mau: 5_000_000 }] }))
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(mine.path('market/flex'))
    const chart = page.getByRole('img', { name: 'Chart.' })
    // It is drawn anew when it learns how much room there is.
    await expect(async () => {
      const threshold = await chart.getByText('Threshold 1,000').boundingBox()
      const allowed = await chart.getByText('115 %: 1,150').boundingBox()
      expect((threshold?.x ?? 0) + (threshold?.width ?? 0)).toBeLessThan(allowed?.x ?? 0)
    }).toPass()
  }
})

test('the numbers at the side of the chart stay in it, however large the use is', async ({ page, mine }) => {
  await reportMau(mine, reportMauSchema.parse({ reports: [{ month: ago(1), mau: 2_000_000_000 }] }))
  await page.goto(mine.path('market/flex'))
  const chart = page.getByRole('img', { name: 'Chart.' })
  await expect(async () => {
    const left = (await chart.boundingBox())?.x ?? 0
    const highest = (await chart.getByText('2.5B', { exact: true }).boundingBox())?.x ?? 0
    expect(highest).toBeGreaterThanOrEqual(left)
  }).toPass()
})
