import { recordActions, replay } from '../support/actions'
import { createClientOnScreen } from '../support/clients'
import { join } from '../support/people'
import { expectStatus } from '../support/status'
import { expect, test } from '../support/test'

test.describe('those who may not', () => {
  test.use({ allowedComplaints: [/404/, /403/] })

  test('viewers do not see clients, other organizations do not find them, and no action reaches them', async ({
    page,
    mine,
    theirs: viewer,
    newPerson,
    newBrowser,
    signIn,
  }) => {
    await join(mine, viewer, 'VIEWER')
    const stranger = await newBrowser()
    await signIn(newPerson('eve'), stranger)

    const theirs = await viewer.browser.newPage()
    await theirs.goto(mine.path('market/ssa'))
    await expect(theirs.getByRole('link', { name: 'Members' })).toBeVisible()
    await expect(theirs.getByRole('link', { name: 'API clients' })).toHaveCount(0)
    for (const [browser, status] of [
      [viewer.browser, 403],
      [stranger, 404],
    ] as const) {
      const path = mine.path('clients')
      await expectStatus(browser.request, status, [path, `/api/portal${path}`])
      await expectStatus(browser.request, 404, ['/console/clients', '/api/portal/console/clients'])
    }

    await page.goto(mine.path('clients'))
    const [creating] = await recordActions(page, () =>
      createClientOnScreen(page, 'Build server', /Read every SSA in reach/),
    )
    for (const [browser, message] of [
      [viewer.browser, 'You may not do this here'],
      [stranger, 'This organization was not found.'],
    ] as const) {
      const answer = await replay(browser.request, creating!)
      expect(await answer.text()).toContain(message)
    }
    expect(await mine.db.client.count({ where: { organizationId: mine.organization.id } })).toBe(1)
  })
})
