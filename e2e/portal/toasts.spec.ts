import { signUpForCredits } from '@/lib/credits/sign-up'
import { expectUncovered } from '../support/targets'
import { expect, test } from '../support/test'

for (const width of [1280, 360]) {
  test(`a toast covers no control of a page ${width} px wide, and none of a dialog`, async ({
    page,
    mine,
  }) => {
    await page.setViewportSize({ width, height: 740 })
    await signUpForCredits(mine)
    await page.goto(mine.path('market/scan/settings'))
    await page.getByRole('button', { name: 'Save threshold' }).click()
    const toast = page.locator('.mantine-Notification-root')
    // It stays while the pointer rests on it.
    await toast.hover()
    await expect(toast).toHaveText('The threshold was saved.')
    await expectUncovered(page, toast)

    await page.goto(mine.path('members'))
    await page.getByRole('button', { name: 'Invite' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('E-mail address').fill('grace@example.org')
    await dialog.getByRole('button', { name: 'Send invitation' }).click()
    await toast.hover()
    await expect(toast).toHaveText('grace@example.org was invited.')
    await page.getByRole('button', { name: 'Invite' }).press('Enter')
    await expect(dialog.getByRole('button', { name: 'Send invitation' })).toBeVisible()
    await expectUncovered(page, toast)
  })
}
