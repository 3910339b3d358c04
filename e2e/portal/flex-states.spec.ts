import type { OrgCtx } from '@/lib/context'
import { DAY_MS } from '@/lib/days'
import { revokeLicense } from '@/lib/licenses/revoke'
import { suspendLicense } from '@/lib/licenses/suspend'
import { enterprise } from '@/lib/testing/licensing'
import { ago, openCard, sales, subscription, trial } from '../support/licenses'
import { expect, test } from '../support/test'

interface State {
  name: string
  arrange: (ctx: OrgCtx) => Promise<unknown>
  says: string[]
  /** Buttons and links to go on with, in order. */
  next: string[]
}

const DOCUMENT = 'Signed license for offline sites'

const STATES: State[] = [
  {
    name: 'no license',
    arrange: async () => {},
    says: ['No license', 'NO_LICENSE', 'Your organization has no license of this product yet.'],
    next: ['Start 30 day trial', 'Subscribe', 'Contact sales'],
  },
  {
    name: 'a running trial',
    arrange: trial,
    says: [
      'Trial',
      '30 days left',
      'NOT_ACTIVATED',
      '1,000',
      '1,150',
      'Gluu Admin UI (adminui001)',
      'Not yet',
    ],
    next: ['Connect your Flex', 'Subscribe', 'Contact sales', DOCUMENT],
  },
  {
    name: 'the last day of a trial',
    arrange: ctx => trial(ago(ctx, 29.5 * DAY_MS)),
    says: ['Trial', 'Last day'],
    next: ['Connect your Flex', 'Subscribe', 'Contact sales', DOCUMENT],
  },
  {
    name: 'a trial used up',
    arrange: ctx => trial(ago(ctx, 31 * DAY_MS)),
    says: ['Trial used up', 'License validity period has expired.', 'EXPIRED'],
    next: ['Subscribe', 'Contact sales'],
  },
  {
    name: 'an active subscription',
    arrange: subscription,
    says: ['Active', '31 days left', 'Subscription', '500', '575'],
    next: ['Connect your Flex', 'Contact sales', DOCUMENT],
  },
  {
    name: 'an enterprise license',
    arrange: async ctx => enterprise(await sales(ctx), ctx),
    says: ['Active', '365 days left', 'Enterprise', '5,000', '5,750'],
    next: ['Connect your Flex', 'Contact sales', DOCUMENT],
  },
  {
    name: 'a license that starts later',
    arrange: async ctx => enterprise(await sales(ctx), ctx, { validFrom: new Date(Date.now() + 7 * DAY_MS) }),
    says: ['Starts later', 'NOT_STARTED', 'Valid from', 'in 7 days'],
    next: ['Connect your Flex', 'Contact sales'],
  },
  {
    name: 'a suspended license',
    arrange: async ctx => {
      const by = await sales(ctx)
      const { id } = await enterprise(by, ctx)
      await suspendLicense(by, { id, reason: 'Invoice 17 is open' })
    },
    says: ['Suspended', 'SUSPENDED', 'Invoice 17 is open'],
    next: ['Contact sales'],
  },
  {
    name: 'an expired enterprise license',
    arrange: async ctx => enterprise(ago(await sales(ctx), 400 * DAY_MS), ctx),
    says: ['Expired', 'EXPIRED', 'License validity period has expired.'],
    next: ['Renew', 'Contact sales'],
  },
  {
    name: 'a revoked license',
    arrange: async ctx => {
      const by = await sales(ctx)
      const { id } = await enterprise(by, ctx)
      await revokeLicense(by, { id, reason: 'The contract was dissolved' })
    },
    says: ['Revoked', 'REVOKED', 'The contract was dissolved'],
    next: ['Contact sales', 'Subscribe'],
  },
]

for (const { name, arrange, says, next } of STATES) {
  test(`the license card shows ${name}, and what to do next`, async ({
    page,
    expectAccessible,
    mine: ctx,
  }) => {
    await arrange(ctx)
    const card = await openCard(page, ctx)
    for (const text of [ctx.organization.id, ...says]) {
      await expect(card.getByText(text, { exact: true }).or(card.getByText(text)).first()).toBeVisible()
    }
    const steps = card.getByRole('group', { name: 'Next steps' })
    await expect(steps.getByRole('link').or(steps.getByRole('button'))).toHaveText(next)
    await expectAccessible(page)
  })
}

test('the history of a license tells what was done to it, and by whom', async ({ page, mine: ctx }) => {
  const by = await sales(ctx)
  const { id } = await enterprise(by, ctx)
  await suspendLicense(by, { id, reason: 'Invoice 17 is open' })
  const card = await openCard(page, ctx)
  const history = card.getByRole('listitem')
  await expect(history.first()).toBeHidden()
  await card.getByText('History of this license').click()
  await expect(history).toHaveCount(2)
  await expect(history.first()).toContainText('Suspended')
  await expect(history.first()).toContainText('Sal')
})

test('a subscription is renewed with a plan, an enterprise license with sales', async ({
  page,
  mine: ctx,
}) => {
  await enterprise(ago(await sales(ctx), 400 * DAY_MS), ctx)
  const renew = (await openCard(page, ctx)).getByRole('link', { name: 'Renew' })
  await expect(renew).toHaveAttribute('href', /tickets\/new\?kind=SALES&product=adminui001$/)
  await renew.click()
  await expect(page.getByRole('textbox', { name: 'Monthly active users' })).toHaveValue('5,000')
  await subscription(ago(ctx, 40 * DAY_MS))
  await openCard(page, ctx)
  await expect(renew).toHaveAttribute('href', /#plans$/)
})

test('a new subscription takes the place of the trial, which stays in the history', async ({
  page,
  mine: ctx,
}) => {
  const first = await trial(ctx)
  const second = await subscription(ctx)
  const card = await openCard(page, ctx)
  await expect(card.getByText(second.key, { exact: true })).toBeVisible()
  const earlier = page.getByRole('table', { name: 'Earlier licenses' }).getByRole('row')
  await expect(earlier).toHaveCount(2)
  await expect(earlier.nth(1)).toContainText('Trial')
  await expect(earlier.nth(1)).toContainText('Replaced')
  await expect(earlier.nth(1)).toContainText(first.key)
})

test('products that are licensed per host have a card for each host', async ({
  page,
  expectAccessible,
  mine: ctx,
}) => {
  const by = await sales(ctx)
  for (const fqdn of ['a.example.org', 'b.example.org'])
    await enterprise(by, ctx, { productCode: 'gluu4', fqdn })
  await openCard(page, ctx)
  const on = (fqdn: string) => page.getByRole('region', { name: `Gluu Server 4: ${fqdn}` })
  await expect(on('a.example.org').getByText('Active', { exact: true })).toBeVisible()
  await expect(on('b.example.org').getByRole('link', { name: 'Contact sales' })).toBeVisible()
  await expectAccessible(page)
})
