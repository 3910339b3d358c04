import { homeOf } from '../support/organizations'
import { startWithStripe, type WithStripe } from '../support/stripe'
import { test as base, expect } from '../support/test'

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

test('a customer pays at Stripe, changes the plan there, and cancels', async ({
  page,
  newPerson,
  signIn,
  installation,
  stripe,
  expectAccessible,
}) => {
  const owner = newPerson()
  await signIn(owner)
  const home = await homeOf(installation, owner)
  await page.goto(home.path('market/flex'))
  await page.getByRole('link', { name: 'Subscribe to Starter' }).click()
  await page.getByLabel('Company').fill('Acme Ltd')
  await page.getByLabel('Contact name').fill('Ada Lovelace')
  await page.getByLabel('Address').fill('1 Main Street')
  await page.getByRole('button', { name: 'Go to payment' }).click()

  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByText('Waiting for the payment')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go to payment' }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  await page.getByRole('link', { name: 'See the license' }).click()
  await expect(page.getByRole('region', { name: 'Flex License' })).toContainText('Subscription')

  await page.goto(home.path('market/flex/billing/change'))
  await page.getByLabel(/^Business, /).check()
  await page.getByRole('button', { name: /^Change for \$1/ }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  await page.goto(home.path('market/flex/billing'))
  await expect(page.getByText('$180.00 a month')).toBeVisible()

  await page.getByRole('button', { name: 'Cancel the subscription' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the subscription' }).click()
  await expect(page.getByRole('button', { name: 'Keep the subscription' })).toBeVisible()
  const { stripeSubscriptionId } = await installation.db.subscription.findFirstOrThrow({
    where: { organizationId: home.id },
  })
  expect(stripe.double.state.subscriptions.get(stripeSubscriptionId ?? '')).toMatchObject({
    cancel_at_period_end: true,
  })
})

test('a charge that fails is told, with the time that is left', async ({
  page,
  newPerson,
  signIn,
  installation,
  stripe,
  expectAccessible,
}) => {
  const owner = newPerson()
  await signIn(owner)
  const home = await homeOf(installation, owner)
  await page.goto(`${home.path('market/flex/checkout')}?plan=flex-400`)
  await page.getByLabel('Company').fill('Late Ltd')
  await page.getByLabel('Contact name').fill('Bob')
  await page.getByLabel('Address').fill('2 Main Street')
  await page.getByRole('button', { name: 'Go to payment' }).click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByText('Thank you, the payment is here')).toBeVisible()
  const { stripeSubscriptionId } = await installation.db.subscription.findFirstOrThrow({
    where: { organizationId: home.id },
  })
  const invoice = stripe.double.state.renew(stripeSubscriptionId ?? '', false)
  expect(await stripe.double.tell('invoice.payment_failed', invoice)).toBe(200)
  await page.goto(home.path('market/flex'))
  await expect(page.getByText('A payment is late')).toBeVisible()
  await expectAccessible(page)
})
