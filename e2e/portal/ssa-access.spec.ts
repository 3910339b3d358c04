import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { OrgCtx } from '@/lib/context'
import { bareId, bodyOf, recordActions, replay } from '../support/actions'
import { join } from '../support/people'
import { createOnScreen, issue } from '../support/ssa'
import { expect, test } from '../support/test'

test('a viewer sees the list and the details, but neither a JWT nor a button they may not use', async ({
  page,
  mine,
  theirs,
  expectAccessible,
}) => {
  const { jti } = await issue(theirs, { softwareId: 'Seen by viewers' })
  await join(theirs, mine, 'VIEWER')

  const list = theirs.path('market/ssa')
  await page.goto(`${list}?create=1`)
  await expect(page.getByRole('cell', { name: 'Seen by viewers' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  for (const name of ['Create New SSA', 'Revoke All']) {
    await expect(page.getByRole('button', { name })).toBeHidden()
  }
  await page.getByRole('link', { name: 'Detail' }).click()
  await expect(page).toHaveURL(`${list}/${jti}`)
  await expect(page.getByText('Owners and admins of')).toBeVisible()
  for (const name of ['Show JWT', 'Revoke', 'Download .jwt']) {
    await expect(page.getByRole('button', { name })).toBeHidden()
  }
  await expectAccessible(page)
})

test('an admin who was made a viewer is refused by every action at once', async ({ page, mine: ctx }) => {
  const actions = await recordActions(page, () => useEverything(page, ctx))
  const { jti } = await issue(ctx)
  await ctx.db.member.updateMany({ where: { account: { email: ctx.email } }, data: { role: 'VIEWER' } })
  const before = await stateOf(ctx)
  expect(actions).toHaveLength(ACTIONS.length)
  for (const action of actions) {
    const answer = await replay(page.request, action)
    expect(await answer.text()).toContain('"message":"You may not do this here')
  }
  expect(await stateOf(ctx)).toEqual(before)
  expect(before.ssas).toContainEqual({ jti, status: 'ACTIVE' })
})

test('another organization’s SSAs are not found: no page, no portal read and no action tells of them', async ({
  page,
  mine: ours,
  theirs,
}) => {
  const { jti } = await issue(theirs, { softwareId: 'A secret name' })

  await test.step('pages', async () => {
    const never = crypto.randomUUID()
    for (const path of [
      `${theirs.organization.id}/market/ssa`,
      `${theirs.organization.id}/market/ssa?create=1`,
      `${theirs.organization.id}/market/ssa/${jti}`,
      `${ours.organization.id}/market/ssa/${jti}`,
      `${ours.organization.id}/market/ssa/${never}`,
      `${ours.organization.id}/market/ssa/not-an-id`,
    ]) {
      const answer = await page.request.get(`/o/${path}`)
      expect(answer.status(), path).toBe(404)
      const html = await answer.text()
      expect(html, path).toContain('Page not found')
      expect(html, path).not.toContain('A secret name')
    }
  })

  await test.step('portal reads', async () => {
    for (const path of ['ssa', `ssa?q=secret`, 'ssa/live']) {
      const answer = await page.request.get(`/api/portal${theirs.path(path)}`)
      expect(answer.status(), path).toBe(404)
      expect(answer.headers()['content-type']).toContain('application/problem+json')
      expect(await answer.json()).toMatchObject({
        code: 'NOT_FOUND',
        title: 'This organization was not found.',
      })
    }
    const search = await page.request.get(`/api/portal${ours.path(`ssa?q=${jti}`)}`)
    expect(await search.json()).toMatchObject({ rows: [], total: 0 })
  })

  const before = await stateOf(theirs)
  const actions = await recordActions(page, () => useEverything(page, ours))
  expect(actions).toHaveLength(ACTIONS.length)

  await test.step('actions on their organization', async () => {
    for (const action of actions) {
      const answer = await replay(page.request, action, { [bareId(ours)]: bareId(theirs) })
      expect(await answer.text()).toContain('"message":"This organization was not found."')
    }
  })

  await test.step('actions on their SSA from our own organization', async () => {
    const used = await ours.db.ssa.findFirstOrThrow({
      where: { organizationId: ours.organization.id, softwareId: 'Used for everything' },
      select: { jti: true },
    })
    const onOne = actions.filter(action => bodyOf(action).includes(used.jti))
    expect(onOne).toHaveLength(2)
    for (const action of onOne) {
      const answer = await replay(page.request, action, { [used.jti]: jti })
      expect(await answer.text()).toContain('"message":"This SSA was not found."')
    }
  })
  expect(await stateOf(theirs)).toEqual(before)
})

test('two organizations of one person keep their SSAs apart', async ({ page, mine, theirs: shared }) => {
  await join(shared, mine, 'ADMIN')
  await issue(mine, { softwareId: 'Same name' })
  const { jti } = await issue(shared, { softwareId: 'Same name' })
  for (const { path } of [mine, shared]) {
    await page.goto(path('market/ssa'))
    await expect(page.locator('tbody tr')).toHaveCount(1)
  }
  await page.getByRole('button', { name: 'Revoke All' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(shared.organization.name)
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke All' }).click()
  await expect(page.getByText('1 SSA revoked.')).toBeVisible()
  const live = { organizationId: mine.organization.id, status: 'ACTIVE' as const }
  expect(await mine.db.ssa.count({ where: live })).toBe(1)
  expect(await mine.db.ssa.count({ where: { jti, status: 'REVOKED' } })).toBe(1)
})

test('without signing in, pages lead to sign-in and back, and portal reads answer 401', async ({
  page,
  theirs: ctx,
  request,
}) => {
  const { jti } = await issue(ctx)
  const path = ctx.path(`market/ssa/${jti}`)
  await page.goto(path)
  await expect(page).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent(path)}`)
  const answer = await request.get(`/api/portal${ctx.path('ssa')}`)
  expect(answer.status()).toBe(401)
})

/** Every server action on SSAs there is; `useEverything` comes to each. */
const ACTIONS = [
  ...readFileSync('app/o/[org]/market/ssa/actions.ts', 'utf8').matchAll(/export const \w+Action = /g),
]

/** What a person can do with SSAs, on the screens of their own organization, which ends with two revoked SSAs. */
async function useEverything(page: Page, { organization }: OrgCtx): Promise<void> {
  // What browsers say on a plain-http host, where the server verifies signatures.
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
  await page.goto(`/o/${organization.id}/market/ssa`)
  await createOnScreen(page, 'Used for everything')
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.getByText('Checked by the server')).toBeVisible()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('This SSA was revoked')).toBeVisible()
  await page.getByRole('link', { name: 'Close' }).click()
  await createOnScreen(page, 'Revoked with all')
  await page.getByRole('link', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Revoke All' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(organization.name)
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke All' }).click()
  await expect(page.getByText('1 SSA revoked.')).toBeVisible()
}

/** What strangers must leave as it is. */
async function stateOf({ db, organization }: OrgCtx) {
  const organizationId = organization.id
  const [ssas, events] = await Promise.all([
    db.ssa.findMany({ where: { organizationId }, select: { jti: true, status: true } }),
    db.auditEvent.count({ where: { organizationId, objectType: 'ssa' } }),
  ])
  return { ssas, events }
}
