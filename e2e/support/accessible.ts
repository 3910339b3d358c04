import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** axe finds nothing on the page as it stands, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await holdToasts(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await showIn(page, colorScheme)
    // A list that waits for other rows is dimmed. Last of all: of an address just changed it hears a moment later.
    await expect(page.locator('[data-stale="true"]')).toHaveCount(0)
    // Next puts the title in place a moment after the content, at every refresh: axe could look in between.
    await expect(page).toHaveTitle(/\S/)
    // Our pages have no frames: axe needs no page of its own to gather what it found in each, which takes a fifth of a run.
    const axe = new AxeBuilder({ page }).setLegacyMode().withTags(RULES).disableRules(['document-title'])
    const { violations } = await axe.analyze()
    const found = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n  ${nodes.map(n => `${n.html}\n  ${n.failureSummary}`).join('\n  ')}`,
    )
    expect(found, `axe, ${colorScheme}, ${page.url()}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
  await page.mouse.move(0, 0)
}

/** Shows the page in this color scheme, to the last of its colors. */
export async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
}

/** A toast does not close while the pointer rests on one: axe would look at it half faded. */
async function holdToasts(page: Page): Promise<void> {
  const toast = page.locator('.mantine-Notification-root').first()
  // It may close at this very moment: then there is nothing to hold.
  if (await toast.isVisible()) await toast.hover({ timeout: 1000 }).catch(() => {})
}

/** Nothing of the page is to be scrolled sideways to. */
export async function expectFits(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}
