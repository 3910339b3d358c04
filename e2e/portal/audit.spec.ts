import { openTicket } from '@/lib/tickets/open'
import { saved } from '../support/download'
import { trial } from '../support/licenses'
import { join } from '../support/people'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

const LOG = { name: 'Audit log' }

test('an owner reads who did what, unfolds it, narrows it, and sends the address on', async ({
  page,
  mine: ctx,
  expectAccessible,
}) => {
  const { jti } = await issue(ctx, { softwareId: 'Flex production' })
  await issue(ctx, { softwareId: 'Flex staging' })
  await page.goto(ctx.path('audit'))
  const row = page.getByRole('row', { name: 'created the SSA Flex production' })
  await expect(row).toContainText(ctx.actor.name)
  await expect(row.getByRole('link', { name: 'Flex production' })).toHaveAttribute('href', new RegExp(jti))
  await row.getByRole('button', { name: 'Show details' }).click()
  await expect(page.getByText('ssa.issue')).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Search people, objects and actions').fill('staging')
  await expect(page).toHaveURL(/\?q=staging$/)
  await expect(page.getByText('Flex production')).toHaveCount(0)
  await page.getByLabel('Action', { exact: true }).selectOption('ssa.revoke')
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await expect(page.getByText('created the SSA Flex staging')).toBeVisible()
  await page.reload()
  await expect(page.getByText('created the SSA Flex staging')).toBeVisible()
  await expect(page.getByText('Flex production')).toHaveCount(0)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByText('created the SSA Flex production')).toBeVisible()
})

test('pages are turned there and back without leaving the page', async ({ page, mine: ctx }) => {
  for (let n = 0; n < 12; n++) await issue(ctx, { softwareId: `App ${n}` })
  await page.goto(ctx.path('audit'))
  const documents: string[] = []
  page.on('request', request => request.isNavigationRequest() && documents.push(request.url()))
  const table = page.getByRole('table', LOG)
  await expect(table.getByText('App 11', { exact: true })).toBeVisible()
  const next = page.getByRole('button', { name: 'Next' })
  await next.click()
  await expect(table.getByText('App 0', { exact: true })).toBeVisible()
  await expect(next, 'the last page keeps the focus where it was').toBeFocused()
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Previous' }).click()
  await expect(table.getByText('App 11', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'When' }).click()
  await expect(page.getByRole('columnheader', { name: 'When' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(table.getByText('App 0', { exact: true })).toBeVisible()
  await page.getByLabel('Rows per page').selectOption('25')
  await expect(table.getByText('App 11', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/dir=asc&size=25/)
  expect(documents, 'pages loaded anew').toEqual([])
})

test('the log is taken away as CSV and JSON, and no cell of it is a formula', async ({ page, mine: ctx }) => {
  await issue(ctx, { softwareId: '=HYPERLINK("http://evil.example","x")' })
  await issue(ctx, { softwareId: 'Flex' })
  await page.goto(ctx.path('audit?q=HYPERLINK'))
  const take = async (format: string) => {
    await page.getByRole('button', { name: 'Export' }).click()
    return saved(page, () => page.getByRole('link', { name: format }).click())
  }
  const csv = await take('CSV')
  expect(csv.name).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.csv$/)
  expect(csv.text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`)
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(2)
  const json = await take('JSON')
  expect(json.name).toMatch(/\.json$/)
  expect(JSON.parse(json.text)).toMatchObject([
    { action: 'ssa.issue', objectName: '=HYPERLINK("http://evil.example","x")' },
  ])
})

test('what was done leads to what it was done to', async ({ page, mine: ctx }) => {
  await trial(ctx)
  const { number } = await openTicket(ctx, { kind: 'SUPPORT', subject: 'It does not start', text: 'Help.' })
  await page.goto(ctx.path('audit'))
  const row = (name: string) => page.getByRole('row', { name })
  await row('opened the ticket')
    .getByRole('link', { name: `#${number}` })
    .click()
  await expect(page.getByRole('heading', { name: `#${number} It does not start` })).toBeVisible()
  await page.goBack()
  await row('started the free trial').getByRole('link').click()
  await expect(page.getByRole('region', { name: 'Flex License' })).toBeInViewport()
})

test('a time is exact on hover and on focus, in local time and in UTC', async ({ page, mine: ctx }) => {
  await page.goto(ctx.path('audit'))
  const time = page.getByRole('table', LOG).locator('time').first()
  const exact = page.getByRole('tooltip')
  await time.hover()
  await expect(exact).toContainText(/\d{1,2} \w{3,4} \d{4}, \d{2}:\d{2}:\d{2} UTC/)
  await page.mouse.move(0, 0)
  await expect(exact).toBeHidden()
  await time.focus()
  await expect(exact).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(exact).toBeHidden()
})

test.describe('whoever may not read it', () => {
  test.use({ allowedComplaints: [/40[034]/] })

  test('is told so as a viewer, and nothing at all from another organization', async ({
    page,
    mine,
    theirs,
  }) => {
    const path = theirs.path('audit')
    const read = async (suffix = '') => (await page.request.get(`/api/portal${path}${suffix}`)).status()
    expect((await page.goto(path))?.status()).toBe(404)
    expect([await read(), await read('/export?format=csv')]).toEqual([404, 404])

    await join(theirs, mine, 'VIEWER')
    expect((await page.goto(path))?.status()).toBe(403)
    await expect(page.getByRole('heading', { name: 'You may not see this page' })).toBeVisible()
    await expect(page.getByRole('link', LOG)).toHaveCount(0)
    expect([await read(), await read('/export?format=csv')]).toEqual([403, 403])
  })

  test('a broken address says so and leads to the first page', async ({ page, mine: ctx }) => {
    await page.goto(ctx.path('audit?after=broken'))
    await expect(page.getByText('This page address is broken.')).toBeVisible()
    await expect(page.getByText('Request id')).toBeVisible()
    await page.getByRole('button', { name: 'Go to the first page' }).click()
    await expect(page.getByRole('table', LOG).locator('time').first()).toBeVisible()
  })

  test('rows that are awaited have the columns of the head', async ({ page, mine: ctx }) => {
    await page.route(/\/api\/portal\//, () => {})
    await page.goto(ctx.path('audit?after=broken'))
    const rows = page.getByRole('table', LOG).locator('tbody tr')
    await expect(rows).toHaveCount(10)
    const head = await page.getByRole('table', LOG).locator('th').count()
    await expect(rows.first().locator('td')).toHaveCount(head)
  })
})

test.describe('a lost connection', () => {
  test.use({ allowedComplaints: [/ERR_INTERNET_DISCONNECTED/] })

  test('is told, and the list is read when it is back', async ({ page, mine: ctx }) => {
    await issue(ctx, { softwareId: 'Flex' })
    await page.goto(ctx.path('audit'))
    await page.context().setOffline(true)
    await page.getByLabel('Search people, objects and actions').fill('Flex')
    await expect(page.getByText('The server cannot be reached.')).toBeVisible()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('created the SSA Flex')).toBeVisible()
  })
})
