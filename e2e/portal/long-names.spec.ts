import { expectFits } from '../support/accessible'
import { trial } from '../support/licenses'
import { grantStaff } from '../support/people'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

/** A word that no line of a telephone holds. */
const WORD = 'Elektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

test('names of one long word are broken, not cut, on a telephone', async ({ page, mine }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const { id } = mine.organization
  await mine.db.organization.update({ where: { id }, data: { name: WORD } })
  for (const rest of ['market/scan', 'repository', 'clients']) {
    await page.goto(mine.path(rest))
    await expect(page.locator('main').getByText(WORD).first()).toBeVisible()
    await expectFits(page)
  }
  await page.goto(mine.path('market/flex'))
  await page.getByRole('button', { name: 'Start 30 day trial' }).click()
  const named = page.getByRole('dialog').getByText(WORD)
  await expect(named).toBeVisible()
  const dialog = await page.getByRole('dialog').boundingBox()
  const box = await named.boundingBox()
  expect(box!.x + box!.width).toBeLessThanOrEqual(dialog!.x + dialog!.width)
})

test('an id is whole on a telephone, where nothing can be hovered', async ({ page, mine }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const { jti } = await issue(mine)
  await page.goto(mine.path(`market/ssa/${jti}`))
  const id = page.getByText(jti, { exact: true })
  await expect(id).toBeVisible()
  expect(await id.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(
    0,
  )
})

test('a notice breaks a name of one long word, too', async ({ page, mine, theirs }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const { id } = theirs.organization
  await theirs.db.organization.update({ where: { id }, data: { name: WORD } })
  await trial(theirs)
  await grantStaff(mine, 'SALES')
  await page.goto(`/console/licenses/new?org=${id}`)
  const notice = page.getByRole('alert').filter({ hasText: WORD })
  await expect(notice).toBeVisible()
  expect(
    await notice.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ).toBeLessThanOrEqual(0)
})
