import { expect, type Locator, type Page } from '@playwright/test'

const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary'
const LEAST = 24

/** Whatever is pressed is 24 px high and wide (WCAG 2.5.8), with its label; links within a sentence aside. */
export async function expectTargets(page: Page): Promise<void> {
  const small = await page.locator(CONTROLS).evaluateAll((controls, least) => {
    const labeled = ({ labels }: HTMLInputElement) =>
      [...(labels ?? [])].map(label => label.getBoundingClientRect())
    const inSentence = ({ parentNode }: Element) =>
      [...(parentNode?.childNodes ?? [])].some(
        node => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
      )
    return controls.flatMap(control => {
      const box = control.getBoundingClientRect()
      const boxes = control instanceof HTMLInputElement ? [box, ...labeled(control)] : [box]
      const high = Math.max(...boxes.map(({ height }) => height))
      const wide = Math.max(...boxes.map(({ width }) => width))
      const unseen = box.width <= 1 || !control.checkVisibility({ visibilityProperty: true })
      if (unseen || (high >= least && wide >= least) || inSentence(control)) return []
      return [`${control.outerHTML.slice(0, 200)}: ${wide} × ${high}`]
    })
  }, LEAST)
  expect(small, `too small to be pressed, ${page.url()}`).toEqual([])
}

/** No control that is in sight lies below `cover`. */
export async function expectUncovered(page: Page, cover: Locator): Promise<void> {
  const box = await cover.boundingBox()
  const covered = await page.locator(CONTROLS).evaluateAll((controls, over) => {
    if (!over) return ['nothing covers anything']
    return controls.flatMap(control => {
      const { left, right, top, bottom } = control.getBoundingClientRect()
      const apart =
        right <= over.x || left >= over.x + over.width || bottom <= over.y || top >= over.y + over.height
      return apart || control.closest('.mantine-Notification-root') ? [] : [control.outerHTML.slice(0, 200)]
    })
  }, box)
  expect(covered, `covered, ${page.url()}`).toEqual([])
}
