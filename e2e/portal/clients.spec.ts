import type { Page } from '@playwright/test'
import { registeredClient } from '@/lib/testing/registered-client'
import { addMember, homeOf } from '../support/organizations'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

const SSA = '/jans-auth/restv1/ssa'

/** What the curl line of the dialog does: the answer's status, and the token of a good one. */
async function askForToken(line: string): Promise<{ status: number; token: string | undefined }> {
  const [, credentials = '', body = '', url = ''] = /^curl -u '(.+)' -d (\S+) (\S+)$/.exec(line) ?? []
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams(body),
  })
  const { access_token: token } = await answer.json()
  return { status: answer.status, token }
}

async function listSsas(server: string | undefined, token: string | undefined): Promise<number> {
  const answer = await fetch(`${server}${SSA}`, { headers: { authorization: `Bearer ${token}` } })
  return answer.status
}

const shownSecret = (page: Page) => page.getByRole('dialog').filter({ hasText: 'I have saved the secret' })
const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: 'API clients' }).getByRole('row', { name })

async function texts(page: Page): Promise<{ id: string; secret: string; line: string }> {
  const [id = '', secret = '', line = ''] = await shownSecret(page).locator('code').allTextContents()
  return { id, secret, line }
}

async function create(page: Page, name: string, scope: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'New API client' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('checkbox', { name: scope }).check()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(shownSecret(page)).toBeVisible()
}

test('a client is made, used, given a new secret and deleted, and each takes effect at once', async ({
  page,
  context,
  baseURL,
  newPerson,
  signIn,
  installation,
  expectAccessible,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const ada = newPerson('ada')
  await signIn(ada)
  const home = await homeOf(installation, ada)
  await page.goto(home.path('market/ssa'))
  await page.getByRole('link', { name: 'API clients' }).click()
  await expect(page.getByText('An API client lets a program of yours call the API')).toBeVisible()
  await expectAccessible(page)

  await test.step('the form says what is missing', async () => {
    await page.getByRole('button', { name: 'New API client' }).last().click()
    await page.getByRole('button', { name: 'Create', exact: true }).click()
    await expect(page.getByText('Give the client a name.')).toBeVisible()
    await expect(page.getByText('Choose at least one scope.')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'New API client' }).last()).toBeFocused()
  })

  await test.step('the secret is shown once, and neither Escape nor a click beside it takes it away', async () => {
    await page.getByRole('button', { name: 'New API client' }).last().click()
    await page.keyboard.press('Escape')
    await create(page, 'Build server', /Create, read, validate and revoke SSAs/)
    await expect(rowOf(page, 'Build server')).toBeAttached()
    await page.keyboard.press('Escape')
    await page.mouse.click(5, 5)
    await expect(shownSecret(page)).toBeVisible()
    await expectAccessible(page)
  })

  const first = await texts(page)
  expect(first.secret).toMatch(/^writ_cs_/)
  await page.getByRole('button', { name: 'Copy client secret' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first.secret)
  const { status, token } = await askForToken(first.line)
  expect(status).toBe(200)
  expect(await listSsas(baseURL, token)).toBe(200)
  await page.getByRole('button', { name: 'I have saved the secret' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await page.content()).not.toContain(first.secret)
  await page.reload()
  expect(await page.content()).not.toContain(first.secret)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Show details' }).click()
  await expect(page.getByText('Create, read, validate and revoke SSAs')).toBeVisible()
  await expectAccessible(page)

  await test.step('with a new secret the old one stops', async () => {
    await page.getByRole('button', { name: 'Rotate the secret of Build server' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rotate the secret' })
    await expect(dialog.getByText('The old secret stops working at once.')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Rotate secret' }).click()
    await expect(shownSecret(page)).toBeVisible()
  })
  const second = await texts(page)
  expect(second.id).toBe(first.id)
  expect((await askForToken(first.line)).status).toBe(401)
  const fresh = await askForToken(second.line)
  expect(fresh.status).toBe(200)
  await page.getByRole('button', { name: 'I have saved the secret' }).click()
  await expect(page.getByRole('button', { name: 'Rotate the secret of Build server' })).toBeFocused()

  await test.step('deleting asks for the name, and stops its tokens', async () => {
    await page.getByRole('button', { name: 'Delete Build server' }).click()
    const dialog = page.getByRole('dialog', { name: 'Delete this client' })
    const confirm = dialog.getByRole('button', { name: 'Delete' })
    await expect(confirm).toBeDisabled()
    await expectAccessible(page)
    await dialog.getByLabel('Type Build server to confirm').fill('Build server')
    expect(await listSsas(baseURL, fresh.token)).toBe(200)
    await confirm.click()
    await expect(page.getByText('Build server was deleted.')).toBeVisible()
  })
  expect(await listSsas(baseURL, fresh.token)).toBe(401)
  expect((await askForToken(second.line)).status).toBe(401)
  await expect(page.getByText('No API clients yet')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const actions = await installation.db.auditEvent.findMany({
    where: { objectId: first.id },
    orderBy: { at: 'asc' },
    select: { action: true },
  })
  const told = actions.map(({ action }) => action)
  expect(told).toEqual(['client.create', 'client.rotate-secret', 'client.delete'])
})

test('the list is searched, filtered, sorted and turned by its address', async ({
  page,
  mine: ctx,
  expectAccessible,
}) => {
  test.slow()
  const list = `/o/${ctx.organization.id}/clients`
  const { jti } = await issue(ctx, { softwareId: 'Twelve installations' })
  const hour = 60 * 60 * 1000
  for (let n = 1; n <= 12; n++) {
    const at = (hours: number) => new Date(Date.now() + hours * hour)
    await registeredClient(ctx, jti, {
      name: `Installation ${String(n).padStart(2, '0')}`,
      createdAt: at(-n),
      expiresAt: n === 12 ? at(-1) : at(24 * 365),
      lastUsedAt: n <= 3 ? at(-4 + n) : null,
    })
  }
  await page.goto(list)
  const names = page.locator('tbody tr td:nth-child(2)')
  const seeded = (...numbers: number[]) => numbers.map(n => `Installation ${String(n).padStart(2, '0')}`)
  await expect(names).toHaveText(seeded(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
  await expect(page.getByRole('button', { name: /Rotate the secret/ })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(names).toHaveText(seeded(11, 12))
  await page.reload()
  await expect(names).toHaveText(seeded(11, 12))

  await page.getByRole('button', { name: 'Last used' }).click()
  await expect(names.first()).toHaveText('Installation 03')
  await page.getByLabel('Status', { exact: true }).selectOption('Expired')
  await expect(names).toHaveText(seeded(12))
  await expect(page).toHaveURL(/status=EXPIRED/)
  await page.getByLabel('Kind', { exact: true }).selectOption('Made here')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await page.getByLabel('Search by name or client id').fill('installation 07')
  await expect(names).toHaveText(seeded(7))
  await page.goto(`${list}?ssa=${crypto.randomUUID()}`)
  await page.getByRole('button', { name: 'Registered with one SSA: show all' }).click()
  await expect(page.getByText('12 in total')).toBeVisible()
})

test.describe('those who may not', () => {
  test.use({ allowedComplaints: [/404/, /403/] })

  test('viewers do not see clients, other organizations do not find them, and no action reaches them', async ({
    page,
    newPerson,
    newBrowser,
    signIn,
    installation,
  }) => {
    const [ada, grace, eve] = [newPerson('ada'), newPerson('grace'), newPerson('eve')]
    await signIn(ada)
    const [graces, eves] = [await newBrowser(), await newBrowser()]
    await signIn(grace, graces)
    await signIn(eve, eves)
    const home = await homeOf(installation, ada)
    await addMember(installation, home, { email: grace.email, role: 'VIEWER' })

    const theirs = await graces.newPage()
    await theirs.goto(home.path('market/ssa'))
    await expect(theirs.getByRole('link', { name: 'Members' })).toBeVisible()
    await expect(theirs.getByRole('link', { name: 'API clients' })).toHaveCount(0)
    for (const [browser, status] of [
      [graces, 403],
      [eves, 404],
    ] as const) {
      for (const path of [home.path('clients'), `/api/portal${home.path('clients')}`]) {
        expect((await browser.request.get(path)).status(), `${status} ${path}`).toBe(status)
      }
      for (const path of ['/console/clients', '/api/portal/console/clients']) {
        expect((await browser.request.get(path)).status(), path).toBe(404)
      }
    }

    await page.goto(home.path('clients'))
    const sent = page.waitForRequest(request => request.headers()['next-action'] !== undefined)
    await create(page, 'Build server', /Read every SSA in reach/)
    const recorded = await sent
    const { cookie: _, host: __, 'content-length': ___, ...headers } = recorded.headers()
    const replayed = {
      headers: { ...headers, origin: new URL(page.url()).origin },
      data: recorded.postData() ?? '',
    }
    for (const [browser, message] of [
      [graces, 'You may not do this here'],
      [eves, 'This organization was not found.'],
    ] as const) {
      const answer = await browser.request.post(recorded.url(), replayed)
      expect(await answer.text()).toContain(message)
    }
    expect(await installation.db.client.count({ where: { organizationId: home.id } })).toBe(1)
  })
})

test('operators make clients of the platform in the Console', async ({
  page,
  baseURL,
  newPerson,
  signIn,
  installation,
  expectAccessible,
}) => {
  const operator = newPerson('operator')
  await signIn(operator)
  await installation.db.staffGrant.create({ data: { email: operator.email, role: 'OPERATOR' } })
  await page.goto('/console')
  await page.getByRole('link', { name: 'API clients' }).click()
  await expect(page.getByRole('heading', { name: 'API clients', exact: true })).toBeVisible()
  const name = `Platform ${crypto.randomUUID().slice(0, 8)}`
  await create(page, name, /Read every SSA in reach/)
  const { id, line } = await texts(page)
  const { token } = await askForToken(line)
  expect(await listSsas(baseURL, token)).toBe(200)
  await page.getByRole('button', { name: 'I have saved the secret' }).click()
  await expect(rowOf(page, name)).toBeVisible()
  await expectAccessible(page)
  expect(await installation.db.client.findUnique({ where: { id } })).toMatchObject({
    organizationId: null,
    name,
  })
})

test('an SSA shows what registered with it, and revoking it says what stops', async ({
  page,
  mine: ctx,
  expectAccessible,
}) => {
  const { jti } = await issue(ctx, { softwareId: 'Fleet' })
  const at = `/o/${ctx.organization.id}/market/ssa`
  await page.goto(`${at}/${jti}`)
  const region = page.getByRole('region', { name: 'Registered clients' })
  await expect(region.getByText('No software has registered with this SSA yet.')).toBeVisible()
  for (let n = 1; n <= 12; n++) await registeredClient(ctx, jti, { name: `Flex ${n}` })
  await registeredClient(ctx, jti, { name: 'Over', expiresAt: new Date(Date.now() - 1000) })
  await page.reload()
  await expect(region.getByRole('row')).toHaveCount(11)
  await expect(region.getByRole('row', { name: 'Over' })).toContainText('Expired')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('dialog').getByText('12 clients')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.goto(at)
  await page.getByRole('button', { name: 'Revoke All' }).click()
  await expect(page.getByRole('dialog').getByText('12 clients')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${at}/${jti}`)
  await region.getByRole('link', { name: 'See all 13 clients' }).click()
  await expect(page.getByText('13 in total')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('list, details, form and secret fit', async ({ page, mine: ctx, expectAccessible }) => {
    const { jti } = await issue(ctx)
    await registeredClient(ctx, jti, { name: `Flex-${'long'.repeat(20)}` })
    const fits = async () => {
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wider).toBeLessThanOrEqual(0)
      await expectAccessible(page)
    }
    await page.goto(`/o/${ctx.organization.id}/clients`)
    await page.getByRole('button', { name: 'Show details' }).click()
    await fits()
    await page.getByRole('button', { name: 'New API client' }).click()
    await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
    await fits()
    await page.keyboard.press('Escape')
    await create(page, 'Build server', /Read every SSA in reach/)
    await fits()
  })
})
