import {
  askForToken,
  createClientOnScreen,
  listSsas,
  readSecret,
  rowOfClient,
  saySaved,
  secretDialog,
} from '../support/clients'
import { grantStaff } from '../support/people'
import { expect, test } from '../support/test'

test('a client is made, used, given a new secret and deleted, and each takes effect at once', async ({
  page,
  context,
  baseURL,
  mine,
  expectAccessible,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(mine.path('market/ssa'))
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
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await createClientOnScreen(page, 'Build server', /Create, read, validate and revoke SSAs/)
    await expect(rowOfClient(page, 'Build server')).toBeAttached()
    await page.keyboard.press('Escape')
    await page.mouse.click(5, 5)
    await expect(secretDialog(page)).toBeVisible()
    await expectAccessible(page)
  })

  const first = await readSecret(page)
  expect(first.secret).toMatch(/^writ_cs_/)
  await page.getByRole('button', { name: 'Copy client secret' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(first.secret)
  const { status, token } = await askForToken(first.line)
  expect(status).toBe(200)
  expect(await listSsas(baseURL, token)).toBe(200)
  await saySaved(page)
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
    await expect(secretDialog(page)).toBeVisible()
  })
  const second = await readSecret(page)
  expect(second.id).toBe(first.id)
  expect((await askForToken(first.line)).status).toBe(401)
  const fresh = await askForToken(second.line)
  expect(fresh.status).toBe(200)
  await saySaved(page)
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
  const actions = await mine.db.auditEvent.findMany({
    where: { objectId: first.id },
    orderBy: { at: 'asc' },
    select: { action: true },
  })
  const told = actions.map(({ action }) => action)
  expect(told).toEqual(['client.create', 'client.rotate-secret', 'client.delete'])
})

test('operators make clients of the platform in the Console', async ({
  page,
  baseURL,
  mine,
  expectAccessible,
}) => {
  await grantStaff(mine, 'OPERATOR')
  await page.goto('/console')
  await page.getByRole('link', { name: 'API clients' }).click()
  await expect(page.getByRole('heading', { name: 'API clients', exact: true })).toBeVisible()
  const name = `Platform ${crypto.randomUUID().slice(0, 8)}`
  await createClientOnScreen(page, name, /Read every SSA in reach/)
  const { id, line } = await readSecret(page)
  const { token } = await askForToken(line)
  expect(await listSsas(baseURL, token)).toBe(200)
  await saySaved(page)
  await expect(rowOfClient(page, name)).toBeVisible()
  await expectAccessible(page)
  expect(await mine.db.client.findUnique({ where: { id } })).toMatchObject({
    organizationId: null,
    name,
  })
})
