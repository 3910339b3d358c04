import { signUpForCredits } from '@/lib/credits/sign-up'
import { trial } from '../support/licenses'
import { grantStaff } from '../support/people'
import { issue } from '../support/ssa'
import { expectTargets } from '../support/targets'
import { expect, test } from '../support/test'

test('whatever is pressed is large enough for a finger', async ({ page, mine }) => {
  await grantStaff(mine, 'OPERATOR')
  await issue(mine)
  await trial(mine)
  await signUpForCredits(mine)
  const pages = [
    ...['flex', 'flex/checkout?plan=flex-200', 'scan/settings', 'scan/transactions'].map(rest =>
      mine.path(`market/${rest}`),
    ),
    mine.path('members'),
    mine.path('tickets/new?kind=SALES'),
    '/console/configuration',
    '/console/organizations',
  ]
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 })
    for (const address of pages) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectTargets(page)
    }
  }
})
