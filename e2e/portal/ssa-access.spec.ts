import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { OrgCtx } from '@/lib/context'
import { contextOf, issue, join } from '../support/ssa'
import { expect, test } from '../support/test'

test('a viewer sees the list and the details, but neither a JWT nor a button they may not use', async ({
  page,
  signIn,
  newPerson,
  newBrowser,
  installation,
  expectAccessible,
}) => {
  const owner = newPerson()
  await signIn(owner, await newBrowser())
  const ctx = await contextOf(installation, owner)
  const { jti } = await issue(ctx, { softwareId: 'Seen by viewers' })
  const viewer = newPerson('viewer')
  await signIn(viewer)
  await join(ctx, viewer, 'VIEWER')

  const list = `/o/${ctx.organization.id}/market/ssa`
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

test('a viewer who was an admin a moment ago is refused by every action', async ({
  page,
  signIn,
  newPerson,
  newBrowser,
  installation,
}) => {
  const owner = newPerson()
  await signIn(owner, await newBrowser())
  const ctx = await contextOf(installation, owner)
  const { jti } = await issue(ctx)
  const admin = newPerson('admin')
  await signIn(admin)
  await join(ctx, admin, 'ADMIN')
  for (const act of Object.values(ACTIONS)) {
    await ctx.db.member.updateMany({ where: membershipOf(ctx, admin.email), data: { role: 'ADMIN' } })
    await act(page, ctx, jti, () =>
      ctx.db.member.updateMany({ where: membershipOf(ctx, admin.email), data: { role: 'VIEWER' } }),
    )
    await expect(page.getByText('You may not do this here').first()).toBeVisible()
  }
  await expectUntouched(ctx, jti)
})

test('another organization’s SSAs are not found: no page, no portal read and no action tells of them', async ({
  page,
  signIn,
  newPerson,
  newBrowser,
  installation,
}) => {
  const owner = newPerson()
  await signIn(owner, await newBrowser())
  const theirs = await contextOf(installation, owner)
  const { jti } = await issue(theirs, { softwareId: 'A secret name' })
  const stranger = newPerson('stranger')
  await signIn(stranger)
  const ours = await contextOf(installation, stranger)
  const { jti: ourJti } = await issue(ours)

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
      const answer = await page.request.get(`/api/portal/o/${theirs.organization.id}/${path}`)
      expect(answer.status(), path).toBe(404)
      expect(answer.headers()['content-type']).toContain('application/problem+json')
      expect(await answer.json()).toMatchObject({
        code: 'NOT_FOUND',
        title: 'This organization was not found.',
      })
    }
    const search = await page.request.get(`/api/portal/o/${ours.organization.id}/ssa?q=${jti}`)
    expect(await search.json()).toMatchObject({ rows: [], total: 0 })
  })

  await test.step('actions on their organization', async () => {
    for (const [name, act] of Object.entries(ACTIONS)) {
      await redirectActions(page, { [ours.organization.id]: theirs.organization.id, [ourJti]: jti })
      await act(page, ours, ourJti)
      await expect(page.getByText('This organization was not found.').first(), name).toBeVisible()
      await page.unrouteAll()
    }
  })

  await test.step('actions on their SSA from our own organization', async () => {
    for (const act of [ACTIONS.revealSsaAction, ACTIONS.revokeSsaAction]) {
      await redirectActions(page, { [ourJti]: jti })
      await act(page, ours, ourJti)
      await expect(page.getByText('This SSA was not found.').first()).toBeVisible()
      await page.unrouteAll()
    }
  })
  await expectUntouched(theirs, jti)
})

test('two organizations of one person keep their SSAs apart', async ({
  page,
  signIn,
  newPerson,
  newBrowser,
  installation,
}) => {
  const [first, second] = [newPerson(), newPerson()]
  await signIn(second, await newBrowser())
  await signIn(first)
  const [mine, shared] = [await contextOf(installation, first), await contextOf(installation, second)]
  await join(shared, first, 'ADMIN')
  await issue(mine, { softwareId: 'Same name' })
  const { jti } = await issue(shared, { softwareId: 'Same name' })
  for (const { organization } of [mine, shared]) {
    await page.goto(`/o/${organization.id}/market/ssa`)
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
  signIn,
  newPerson,
  newBrowser,
  installation,
  request,
}) => {
  const owner = newPerson()
  await signIn(owner, await newBrowser())
  const ctx = await contextOf(installation, owner)
  const { jti } = await issue(ctx)
  const path = `/o/${ctx.organization.id}/market/ssa/${jti}`
  await page.goto(path)
  await expect(page).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent(path)}`)
  const answer = await request.get(`/api/portal/o/${ctx.organization.id}/ssa`)
  expect(answer.status()).toBe(401)
})

test('every action is walked above', () => {
  const source = readFileSync('app/o/[org]/market/ssa/actions.ts', 'utf8')
  const actions = [...source.matchAll(/export const (\w+)/g)].map(match => match[1])
  expect(actions.sort()).toEqual(Object.keys(ACTIONS).sort())
})

type Act = (page: Page, ctx: OrgCtx, jti: string, meanwhile?: () => Promise<unknown>) => Promise<void>

const nothing = async () => {}

/** How a person comes to each action on the screens; `meanwhile` happens while the page is already open. */
const ACTIONS: Record<
  'issueSsaAction' | 'revealSsaAction' | 'revokeSsaAction' | 'revokeAllSsasAction' | 'verifySsaAction',
  Act
> = {
  async issueSsaAction(page, { organization }, _jti, meanwhile = nothing) {
    await page.goto(`/o/${organization.id}/market/ssa?create=1`)
    await page.getByLabel('Software Name').fill('Smuggled in')
    await meanwhile()
    await page.getByRole('button', { name: 'Create', exact: true }).click()
  },
  async revealSsaAction(page, { organization }, jti, meanwhile = nothing) {
    await page.goto(`/o/${organization.id}/market/ssa/${jti}`)
    await expect(page.getByRole('button', { name: 'Show JWT' })).toBeVisible()
    await meanwhile()
    await page.getByRole('button', { name: 'Show JWT' }).click()
  },
  async revokeSsaAction(page, { organization }, jti, meanwhile = nothing) {
    await page.goto(`/o/${organization.id}/market/ssa/${jti}`)
    await page.getByRole('button', { name: 'Revoke' }).click()
    await meanwhile()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  },
  async revokeAllSsasAction(page, { organization }, _jti, meanwhile = nothing) {
    await page.goto(`/o/${organization.id}/market/ssa`)
    await page.getByRole('button', { name: 'Revoke All' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill(organization.name)
    await meanwhile()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke All' }).click()
  },
  async verifySsaAction(page, { organization }, jti, meanwhile = nothing) {
    // What a browser says on a plain-http host, where the server verifies.
    await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
    await page.goto(`/o/${organization.id}/market/ssa/${jti}`)
    const revealed = page.waitForResponse(answer => answer.request().method() === 'POST')
    await page.getByRole('button', { name: 'Show JWT' }).click()
    await revealed
    await meanwhile()
  },
}

/** Every server action of the page goes elsewhere from now on: its ids are exchanged on the wire. */
async function redirectActions(page: Page, exchange: Record<string, string>): Promise<void> {
  await page.route('**/*', async route => {
    const request = route.request()
    const body = request.postData()
    if (!('next-action' in request.headers()) || body === null) return route.continue()
    const postData = Object.entries(exchange).reduce((text, [from, to]) => text.replaceAll(from, to), body)
    return route.continue({ postData })
  })
}

function membershipOf({ organization }: OrgCtx, email: string) {
  return { organizationId: organization.id, account: { email } }
}

/** One live SSA, and nothing done in the organization but creating it. */
async function expectUntouched({ db, organization }: OrgCtx, jti: string): Promise<void> {
  const organizationId = organization.id
  const ssas = await db.ssa.findMany({ where: { organizationId }, select: { jti: true, status: true } })
  expect(ssas).toEqual([{ jti, status: 'ACTIVE' }])
  const events = await db.auditEvent.findMany({
    where: { organizationId, objectType: 'ssa' },
    select: { action: true },
  })
  expect(events).toEqual([{ action: 'ssa.issue' }])
}
