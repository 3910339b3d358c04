import type { Role } from '@/lib/context'
import { openCard, trial } from '../support/licenses'
import { join } from '../support/people'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

for (const role of ['ADMIN', 'VIEWER'] satisfies Role[]) {
  test(`what ${role.toLowerCase()}s see of the license`, async ({
    page,
    mine,
    theirs: ctx,
    expectAccessible,
  }) => {
    await join(ctx, mine, role)
    await issue(ctx)
    const { key } = await trial(ctx)
    const card = await openCard(page, ctx)
    await expect(card.getByText('30 days left')).toBeVisible()
    const manages = role === 'ADMIN'
    await expect(card.getByText(key)).toHaveCount(manages ? 1 : 0)
    await expect(card.getByRole('button', { name: 'Signed license' })).toHaveCount(manages ? 1 : 0)
    await expect(card.getByRole('link', { name: 'Subscribe' })).toHaveCount(manages ? 1 : 0)
    // In the card, and below the plans.
    await expect(page.getByRole('link', { name: 'Contact sales' })).toHaveCount(manages ? 2 : 0)
    const connect = page.getByRole('region', { name: 'Connect your Flex' })
    await expect(connect.getByRole('button', { name: 'Create license configuration' })).toHaveCount(
      manages ? 1 : 0,
    )
    await expectAccessible(page)
    if (manages) return
    await expect(card.getByText(`••••-••••-••••-${key.slice(-4)}`)).toBeVisible()
    await expect(card.getByText('Owners and admins of the organization start the trial')).toBeVisible()
    const html = await (await page.request.get(page.url())).text()
    expect(html).not.toContain(key)
  })
}
