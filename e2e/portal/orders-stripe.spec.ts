import type { Page } from '@playwright/test'
import { orderNumber } from '@/lib/orders/number'
import { fillCheckout } from '../support/checkout'
import { grantStaff } from '../support/people'
import { startWithStripe, type WithStripe } from '../support/stripe'
import { test as base, expect, type Owner } from '../support/test'

/** Every page of these journeys is of a server that takes payments through Stripe. */
const test = base.extend<object, { stripe: WithStripe }>({
  stripe: [
    async ({ installation }, use) => {
      const stripe = await startWithStripe(installation.settings)
      await use(stripe)
      await stripe.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ stripe }, use) => use(stripe.writ.url),
})

/** What Stripe calls the subscription of this organization. */
async function subscriptionOf({ db, organization }: Owner): Promise<string> {
  const where = { organizationId: organization.id }
  const { stripeSubscriptionId } = await db.subscription.findFirstOrThrow({ where })
  return stripeSubscriptionId ?? ''
}

test('a customer pays at Stripe, changes the plan and then to years there, and cancels', async ({
  page,
  mine,
  stripe,
  expectAccessible,
}) => {
  await page.goto(mine.path('market/flex'))
  await page.getByRole('link', { name: 'Subscribe to Starter' }).click()
  await fillCheckout(page)
  await page.getByRole('button', { name: 'Go to payment' }).click()

  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByText('Waiting for the payment')).toBeVisible()
  await expectAccessible(page)
  // Nobody is told to pay by bank what Stripe waits for.
  await expect(page.getByRole('link', { name: /invoice/i })).toHaveCount(0)
  const order = page.url()
  await page.goto(`${order}/invoice`)
  await expect(page.getByText('Pay through Stripe, from the page of the order.')).toBeVisible()
  await expect(page.getByText('How to pay')).toHaveCount(0)
  await page.getByRole('link', { name: 'Back to the order' }).click()
  await page.getByRole('button', { name: 'Go to payment' }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  await page.getByRole('link', { name: 'See the license' }).click()
  await expect(page.getByRole('region', { name: 'Flex License' })).toContainText('Subscription')

  await page.goto(mine.path('market/flex/billing/change'))
  await page.getByLabel(/^Business, .* a month$/).check()
  await page.getByRole('button', { name: /^Change for \$1/ }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  await page.goto(mine.path('market/flex/billing'))
  await expect(page.getByText('$180.00 a month')).toBeVisible()

  await page.goto(mine.path('market/flex/billing/change'))
  await page.getByLabel(/^Business, .* a year$/).check()
  await expect(page.getByText(/What you have paid and not used is taken off: you pay \$1,6/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Change for \$1,6/ }).click()
  await expect(page.getByText('$1,800.00 a year', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /Change of plan: Business/ })).toHaveCount(2)

  await page.getByRole('button', { name: 'Cancel the subscription' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the subscription' }).click()
  await expect(page.getByRole('button', { name: 'Keep the subscription' })).toBeVisible()
  expect(stripe.double.state.subscriptions.get(await subscriptionOf(mine))).toMatchObject({
    cancel_at_period_end: true,
  })
})

/** The customer has subscribed; then their card is declined at a renewal: the card. */
async function declinedAtRenewal(page: Page, mine: Owner, { double }: WithStripe): Promise<string> {
  await page.goto(mine.path('market/flex/checkout?plan=flex-400'))
  await fillCheckout(page)
  await page.getByRole('button', { name: 'Go to payment' }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  const id = await subscriptionOf(mine)
  const card = double.state.subscriptions.get(id)?.default_payment_method ?? ''
  double.state.declined.add(card)
  expect(await double.tell('invoice.payment_failed', double.state.renew(id, false))).toBe(200)
  return card
}

test('a charge that fails is told, with the time that is left, and is paid on the page of its invoice', async ({
  page,
  mine,
  stripe,
  expectAccessible,
}) => {
  await declinedAtRenewal(page, mine, stripe)
  await page.goto(mine.path('market/flex'))
  await expect(page.getByText('A payment is late')).toBeVisible()
  await expect(page.getByText('The license ends then, unless the payment')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'See what is to be paid' }).click()
  await expect(page).toHaveURL(/#plans$/)
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Invoice paid')).toBeVisible()
  await page.goto(mine.path('market/flex/billing'))
  await expect(page.getByText('A payment is late')).toBeHidden()
  await expect(page.getByRole('row', { name: /Renewal: Team/ })).toContainText('Paid')
})

test('a customer gives another card, which pays what is late, and may give another one at any time', async ({
  page,
  mine,
  stripe,
  expectAccessible,
}) => {
  const declined = await declinedAtRenewal(page, mine, stripe)
  await page.goto(mine.path('market/flex/billing'))
  await page.getByRole('button', { name: 'Update payment method' }).click()
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByText('A payment is late')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Update payment method' }).click()
  await page.getByRole('button', { name: 'Save card' }).click()
  await expect(page.getByText('Stripe has your payment method')).toBeVisible()
  await expect(page.getByText('A payment is late')).toBeHidden()
  await expectAccessible(page)
  await expect(page.getByRole('row', { name: /Renewal: Team/ })).toContainText('Paid')
  const theirs = stripe.double.state.subscriptions.get(await subscriptionOf(mine))
  expect(theirs?.default_payment_method).not.toBe(declined)
  await page.getByRole('button', { name: 'Update payment method' }).click()
  await expect(page.getByRole('button', { name: 'Save card' })).toBeVisible()
})

test('sales refund what was paid for an order that was void by then', async ({
  page,
  mine: customer,
  theirs: sales,
  installation,
  stripe,
  expectAccessible,
}) => {
  await page.goto(customer.path('market/flex/checkout?plan=flex-200'))
  await fillCheckout(page, customer)
  await page.getByRole('button', { name: 'Go to payment' }).click()
  await expect(page.getByRole('button', { name: 'Pay', exact: true })).toBeVisible()
  // Somebody closes it while the customer looks for their card.
  const where = { organizationId: customer.organization.id }
  const closed = { status: 'VOID' as const, closedAt: new Date(), closedReason: 'Ordered twice.' }
  const [order] = await installation.db.order.updateManyAndReturn({ where, data: closed })
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Your payment will be refunded')).toBeVisible()
  await expectAccessible(page)
  const number = orderNumber(order?.number ?? 0)
  expect((await customer.mailbox.next()).subject).toBe(`We will refund your payment: ${number}`)

  await grantStaff(sales, 'SALES')
  const desk = await sales.browser.newPage()
  await desk.goto('/console/orders?status=TO_REFUND')
  await desk.getByRole('link', { name: number }).click()
  await expect(desk.getByText('This money is to be refunded')).toBeVisible()
  await expectAccessible(desk)
  const { stripePaymentId } = await installation.db.order.findFirstOrThrow({ where })
  const { double } = stripe
  double.state.refund(stripePaymentId ?? '', 1700)
  await desk.getByRole('button', { name: 'Refund', exact: true }).click()
  await expect(desk.getByRole('dialog')).toContainText('Stripe pays $33.00 back')
  await expect(desk.getByRole('dialog')).toContainText('$17.00 of $50.00 went back before')
  await expectAccessible(desk)
  await desk.getByRole('dialog').getByRole('button', { name: 'Refund the payment' }).click()
  await expect(desk.getByText('This money is to be refunded')).toBeHidden()
  await expect(desk.getByText('Refunded', { exact: true })).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Refund', exact: true })).toBeHidden()

  const refunds = [...double.state.refunds.values()]
  const back = refunds.filter(({ payment_intent }) => payment_intent === stripePaymentId)
  expect(back.map(({ amount }) => amount)).toEqual([1700, 3300])
  expect((await customer.mailbox.next()).subject).toBe(`Refunded: ${number}`)
  await page.reload()
  await expect(page.getByText('Your payment was refunded')).toBeVisible()

  // Days later the bank says that it could not take it.
  expect(await double.tell('refund.failed', double.state.failRefund(stripePaymentId ?? ''))).toBe(200)
  expect((await customer.mailbox.next()).subject).toBe(`Your refund did not arrive: ${number}`)
  await page.goto(customer.path('market/flex/billing'))
  await expect(page.getByRole('cell', { name: 'Not refunded' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'What to do' }).click()
  await expect(page.getByText('Your payment is not refunded yet')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open a ticket' }).click()
  await expect(page.getByLabel('Subject')).toBeVisible()
  await desk.reload()
  await desk.getByRole('button', { name: 'Refund', exact: true }).click()
  await expect(desk.getByRole('dialog')).toContainText('Stripe pays $33.00 back')
})
