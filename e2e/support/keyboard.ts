import { expect, type Locator, type Page } from '@playwright/test'

const FARTHEST = 60

/** Presses Tab until this has the focus, and sees to it that it is in sight. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < FARTHEST; presses++) {
    await page.keyboard.press('Tab')
    if (!(await target.evaluate(element => element === document.activeElement))) continue
    await expect(target).toBeInViewport()
    return
  }
  throw new Error(`${FARTHEST} presses of Tab did not lead to ${target}`)
}
