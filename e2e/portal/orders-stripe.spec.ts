import { fillCheckout } from '../support/checkout'
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

test('a customer pays at Stripe, changes the plan there, and cancels', async ({
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
  await page.getByRole('button', { name: 'Go to payment' }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  await page.getByRole('link', { name: 'See the license' }).click()
  await expect(page.getByRole('region', { name: 'Flex License' })).toContainText('Subscription')

  await page.goto(mine.path('market/flex/billing/change'))
  await page.getByLabel(/^Business, /).check()
  await page.getByRole('button', { name: /^Change for \$1/ }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  await page.goto(mine.path('market/flex/billing'))
  await expect(page.getByText('$180.00 a month')).toBeVisible()

  await page.getByRole('button', { name: 'Cancel the subscription' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the subscription' }).click()
  await expect(page.getByRole('button', { name: 'Keep the subscription' })).toBeVisible()
  expect(stripe.double.state.subscriptions.get(await subscriptionOf(mine))).toMatchObject({
    cancel_at_period_end: true,
  })
})

test('a charge that fails is told, with the time that is left', async ({
  page,
  mine,
  stripe,
  expectAccessible,
}) => {
  await page.goto(mine.path('market/flex/checkout?plan=flex-400'))
  await fillCheckout(page)
  await page.getByRole('button', { name: 'Go to payment' }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  const invoice = stripe.double.state.renew(await subscriptionOf(mine), false)
  expect(await stripe.double.tell('invoice.payment_failed', invoice)).toBe(200)
  await page.goto(mine.path('market/flex'))
  await expect(page.getByText('A payment is late')).toBeVisible()
  await expectAccessible(page)
})
