import { indexOf, monthAt, monthName, monthOf } from '@/lib/usage/month'
import { saved } from '../support/download'
import { enterpriseLicense } from '../support/licenses'
import { join } from '../support/people'
import { expectStatus } from '../support/status'
import { expect, test } from '../support/test'

const now = indexOf(monthOf(new Date()))
const ago = (months: number) => monthAt(now - months)

test('an owner reports use, sees where it leads, and corrects it', async ({
  page,
  mine,
  installation,
  expectAccessible,
}) => {
  test.slow()
  await enterpriseLicense(installation.ctx, mine, { mauThreshold: 1000 })
  await page.goto(mine.path('market/flex'))
  const card = page.getByRole('region', { name: 'Monthly active users' })
  const dialog = page.getByRole('dialog')
  await expect(card).toContainText('Nothing was reported yet.')

  await card.getByRole('button', { name: 'Upload CSV' }).click()
  const lines = [`month,mau`, `${ago(4)},600`, `${ago(3)},700`, `nonsense`, `${ago(2)},800`, `${ago(-2)},9`]
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
