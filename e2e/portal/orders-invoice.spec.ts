import { settleOrder } from '@/lib/orders/settle'
import { monthOf } from '@/lib/usage/month'
import { reportMau } from '@/lib/usage/report'
import { reportMauSchema } from '@/lib/usage/schema'
import { fillCheckout } from '../support/checkout'
import { saved } from '../support/download'
import { grantStaff, join } from '../support/people'
import { expect, test } from '../support/test'

test('a customer subscribes by invoice, sales marks it paid, and the license is there', async ({
  page,
  mine: owner,
  theirs: sales,
  expectAccessible,
}) => {
  await page.goto(owner.path('market/flex'))
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Subscribe to Team' }).click()

  await expect(page.getByRole('heading', { name: 'Subscribe to Team' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Company').fill('')
  await page.getByRole('button', { name: 'Place the order' }).click()
  await expect(page.getByText('Give the name of the company, or your own.')).toBeVisible()
  await fillCheckout(page, owner)
  await page.getByLabel(/^Yearly/).check()
  await page.getByRole('button', { name: 'Place the order' }).click()

  await expect(page.getByText('Thank you for your order')).toBeVisible()
  await expectAccessible(page)
  const number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Order ', '')
  await expect(page).toHaveTitle(new RegExp(`^Order ${number} · `))
  const mail = await owner.mailbox.next()
  expect(mail.subject).toBe(`Invoice ${number}: $1,000.00`)

  await page.getByRole('link', { name: 'See the invoice' }).click()
  await expect(page.getByRole('heading', { name: `Invoice ${number}` })).toBeVisible()
  await expect(page.getByText('Acme Ltd')).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Members' })).toBeHidden()
  await page.emulateMedia({ media: null })

  await grantStaff(sales, 'SALES')
  const desk = await sales.browser.newPage()
  await desk.goto(`/console/orders?q=${number}`)
  await expectAccessible(desk)
  await desk.getByRole('link', { name: number }).click()
  await expect(desk).toHaveTitle(new RegExp(`^Order ${number} · Console`))
  await desk.getByRole('button', { name: 'Mark as paid' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Payment reference').fill('Bank 4711')
  await dialog.getByRole('button', { name: 'Mark as paid' }).click()
  await expect(dialog.getByText(`Type ${number}.`)).toBeVisible()
  await expectAccessible(desk)
  await dialog.getByLabel(/to confirm/).fill(number)
  const day = await dialog.getByLabel('Day of the payment').inputValue()
  await dialog.getByRole('button', { name: 'Mark as paid' }).click()
  await expect(desk.getByText('Bank 4711')).toBeVisible()
  await expect(desk.getByText(day, { exact: true })).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Mark as paid' })).toBeHidden()

  expect((await owner.mailbox.next()).subject).toBe(`Payment received: ${number}`)
  await page.goto(owner.path(`market/flex/orders/${number}`))
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  await page.getByRole('link', { name: 'See the license' }).click()
  const license = page.getByRole('region', { name: 'Flex License' })
  await expect(license).toContainText('Subscription')
  await expect(page.getByRole('region', { name: 'Plan & Billing' })).toContainText('$1,000.00 a year')
})

test('a payment that comes after the order was void is recorded, and marked as returned', async ({
  page,
  mine: customer,
  theirs: sales,
  expectAccessible,
}) => {
  await page.goto(customer.path('market/flex/checkout?plan=flex-200'))
  await fillCheckout(page, customer)
  await page.getByRole('button', { name: 'Place the order' }).click()
  await expect(page.getByText('Thank you for your order')).toBeVisible()
  const number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Order ', '')

  await grantStaff(sales, 'SALES')
  const desk = await sales.browser.newPage()
  await desk.goto(`/console/orders/${number}`)
  await expect(desk.getByText('Invoices are not complete')).toBeVisible()
  await desk.getByRole('button', { name: 'Void' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Void the order' }).click()
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription('Say why: the customer is told.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await desk.getByRole('button', { name: 'Void' }).click()
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription('')
  await dialog.getByLabel('Reason').fill('Nobody paid.')
  await dialog.getByRole('button', { name: 'Void the order' }).click()

  await desk.getByRole('button', { name: 'Record a payment' }).click()
  await dialog.getByLabel('Payment reference').fill('Bank 4712')
  await dialog.getByLabel(/to confirm/).fill(number)
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: 'Record a payment' }).click()
  await expect(desk.getByText('This money is to be refunded')).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Refund', exact: true })).toBeHidden()
  await page.reload()
  await expect(page.getByText('Your payment will be refunded')).toBeVisible()

  await desk.getByRole('button', { name: 'Mark as returned' }).click()
  await dialog.getByRole('button', { name: 'Mark as returned' }).click()
  await expect(dialog.getByLabel('How it was returned')).toHaveAccessibleDescription(
    /Say how it was returned, such as the bank’s reference\./,
  )
  await dialog.getByLabel('How it was returned').fill('Transfer 4711')
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: 'Mark as returned' }).click()
  await expect(desk.getByText('Transfer 4711')).toBeVisible()
  await expect(desk.getByText('This money is to be refunded')).toBeHidden()
  await page.reload()
  await expect(page.getByText('Your payment was refunded')).toBeVisible()
})

test('whoever orders is told of use that is too much for the plan, and of the order that becomes void', async ({
  page,
  mine: owner,
  expectAccessible,
}) => {
  const reports = [{ month: monthOf(new Date()), mau: 470 }]
  await reportMau(owner, reportMauSchema.parse({ reports }))
  await page.goto(owner.path('market/flex/checkout?plan=flex-400'))
  await expect(page.getByText('You reported 470 active users')).toContainText('in a month that reaches 460.')
  await expectAccessible(page)
  await fillCheckout(page, owner)
  await page.getByRole('button', { name: 'Place the order' }).click()
  await expect(page.getByText('Thank you for your order')).toBeVisible()
  const number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Order ', '')

  await page.goto(owner.path('market/flex/checkout?plan=flex-800'))
  await expect(page.getByText(`The order ${number} for Team waits for its payment.`)).toBeVisible()
  await expect(page.getByText('active users for')).toBeHidden()
  await page.getByRole('button', { name: 'Place the order' }).click()
  await expect(page.getByText('Thank you for your order')).toBeVisible()
  await page.goto(owner.path(`market/flex/orders/${number}`))
  await expect(page.getByText('Another order took its place.')).toBeVisible()
})

test('an owner changes the plan, cancels, and takes the history away', async ({
  page,
  mine: owner,
  installation,
  expectAccessible,
}) => {
  await page.goto(owner.path('market/flex/checkout?plan=flex-200'))
  await fillCheckout(page, owner)
  await page.getByRole('button', { name: 'Place the order' }).click()
  await expect(page.getByText('Thank you for your order')).toBeVisible()
  const { id } = await installation.db.order.findFirstOrThrow({
    where: { organizationId: owner.organization.id },
  })
  const payment = { paidAt: new Date(), reference: 'Bank 1' }
  await installation.db.$transaction(tx => settleOrder(tx, installation.ctx, { id, payment }))

  await page.goto(owner.path('market/flex/billing'))
  await expect(page.getByRole('heading', { name: 'Plan & Billing' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Report a month' })).toHaveAttribute('href', /#usage$/)
  await reportMau(owner, reportMauSchema.parse({ reports: [{ month: monthOf(new Date()), mau: 170 }] }))
  await page.reload()
  await expect(page.getByText(/^170 of 200 in .* \(85 %\)$/)).toBeVisible()
  await expect(page.getByRole('progressbar', { name: 'Monthly active users' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Change the plan' }).click()
  await page.getByLabel(/^Team, .* a month$/).check()
  await expect(page.getByText(/for the rest of this period, and \$100\.00 a month/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Change for \$/ }).click()
  await expect(page.getByText('Thank you for your order')).toBeVisible()

  await page.goto(owner.path('market/flex/billing'))
  await page.getByRole('button', { name: 'Cancel the subscription' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('The license stays in force until')
  await expect(dialog).toContainText(/The open order INV-\d+ is void at once/)
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel the subscription' }).click()
  await expect(page.getByRole('button', { name: 'Keep the subscription' })).toBeVisible()
  await expect(page.getByText('Ends on')).toBeVisible()
  await page.getByRole('button', { name: 'Keep the subscription' }).click()
  await expect(page.getByRole('button', { name: 'Cancel the subscription' })).toBeVisible()
  await expect(page.getByText('Renews on')).toBeVisible()

  await page.getByRole('button', { name: 'Export' }).click()
  const csv = page.getByRole('link', { name: 'CSV, for spreadsheets' })
  const { name } = await saved(page, () => csv.click())
  expect(name).toMatch(/^billing-\d{4}-\d\d-\d\d\.csv$/)
})

test('an operator edits the plans', async ({ page, mine, expectAccessible }) => {
  await grantStaff(mine, 'OPERATOR')
  await page.goto('/console/plans')
  await expectAccessible(page)
  const code = `tiny-${crypto.randomUUID().slice(0, 8)}`
  await page.getByRole('button', { name: 'New plan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(code)
  await dialog.getByLabel('Code').fill(code)
  await dialog.getByLabel('Monthly active users').fill('5000')
  await dialog.getByLabel('Monthly price').fill('9,50')
  await dialog.getByLabel('Yearly price').fill('95')
  // Not offered: other journeys count the plans.
  await dialog.getByLabel('On offer').uncheck()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('At most 1,600; larger licenses are issued by sales.')).toBeVisible()
  await expect(dialog.getByText('Use a price such as 50.00.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Monthly active users').fill('50')
  await dialog.getByLabel('Monthly price').fill('9.50')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('row').filter({ hasText: code })
  await expect(row).toContainText('$9.50')
  await page.getByRole('button', { name: `Edit ${code}` }).click()
  await expect(page.getByRole('dialog').getByLabel('On offer')).not.toBeChecked()
  await page.getByRole('dialog').getByLabel('Monthly price').fill('12')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('$12.00')
  const starter = page.getByRole('row').filter({ hasText: 'flex-200' })
  await page.getByRole('button', { name: 'Edit Starter' }).click()
  await expect(page.getByRole('dialog').getByLabel('On offer')).toBeChecked()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(starter).toContainText('On offer')
})

test.describe('for those who may not', () => {
  test.use({ allowedComplaints: [/40[34]/] })

  test('there are plans without Subscribe, and no orders', async ({ page, mine, theirs: owner }) => {
    await join(owner, mine, 'VIEWER')
    await page.goto(owner.path('market/flex'))
    const plans = page.getByRole('region', { name: 'Plans' })
    await expect(plans).toContainText('Owners and admins of the organization subscribe.')
    await expect(plans.getByRole('link')).toHaveCount(0)
    await page.goto(owner.path('market/flex/billing'))
    await expect(page.getByRole('heading', { name: 'You may not see this page' })).toBeVisible()
  })
})
