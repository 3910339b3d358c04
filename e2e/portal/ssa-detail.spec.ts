import { issue, shownJwt } from '../support/ssa'
import { expect, test } from '../support/test'

test('the detail page tells everything of an SSA, and its history', async ({
  page,
  mine: ctx,
  installation,
  expectAccessible,
}) => {
  const description = 'Two lines:\nthis is the second.'
  const { jti, kid } = await issue(ctx, {
    softwareId: 'Told',
    description,
    lifetime: 86_400,
    oneTimeUse: true,
  })
  const checks = { jti, times: 1204, refused: 12, lastAt: new Date() }
  await installation.db.ssaCheck.create({ data: checks })
  await page.goto(ctx.path(`market/ssa/${jti}`))
  await expect(page).toHaveTitle(/^Told · /)
  const rows = page.getByRole('region', { name: 'Details' }).locator('dl > div')
  const told = async () =>
    Object.fromEntries(
      await rows.evaluateAll(all => all.map(row => [...row.children].map(child => child.textContent ?? ''))),
    )
  await expect.poll(told).toEqual({
    'Software Name': 'Told',
    Description: description,
    State: 'Active',
    Organization: expect.stringContaining(ctx.organization.id),
    'Grant types': 'client_credentials',
    'Software roles': 'license',
    'One time use': 'Yes',
    'Rotate SSA': 'No',
    'Creation date': `just now by ${ctx.actor.name}`,
    'Expiration date': 'in 12 months',
    'SSA Lifetime': '1 day',
    Checked: '1,204 times (12 refused), last just now',
    'Signing key': kid,
    'SSA id (jti)': jti,
  })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.getByText('Signature verified')).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem')).toHaveText([
    /JWT shown by/,
    /Created by/,
  ])
  await expectAccessible(page)
})

test('the JWT comes when it is asked for, and goes with Hide and with leaving', async ({
  page,
  mine: ctx,
}) => {
  const { jti } = await issue(ctx)
  const html: string[] = []
  page.on('response', async response => {
    if (response.request().method() === 'GET') html.push(await response.text().catch(() => ''))
  })
  const address = ctx.path(`market/ssa/${jti}`)
  await page.goto(address)
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.getByText('Signature verified')).toBeVisible()
  const jwt = await shownJwt(page)
  const [, claims = '', signature = ''] = jwt.split('.')
  expect(claims.length).toBeGreaterThan(100)

  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Show JWT' })).toBeVisible()
  expect(await page.content()).not.toContain(signature)
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.getByText('Signature verified')).toBeVisible()
  await page.getByRole('link', { name: 'Close' }).click()
  await expect(page.getByRole('heading', { name: 'SSA Management' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Show JWT' })).toBeVisible()
  expect(await page.content()).not.toContain(signature)
  for (const body of html) {
    expect(body).not.toContain(signature)
    expect(body).not.toContain(claims)
  }
  const shown = { organizationId: ctx.organization.id, action: 'ssa.reveal', objectId: jti }
  expect(await ctx.db.auditEvent.count({ where: shown })).toBe(2)
})

test('revoking names what will stop, ends the SSA, and says what to do then', async ({
  page,
  mine: ctx,
  expectAccessible,
}) => {
  const { jti } = await issue(ctx, { softwareId: 'To be revoked' })
  await page.goto(ctx.path(`market/ssa/${jti}`))
  await page.getByRole('button', { name: 'Revoke' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke this SSA' })
  await expect(dialog.getByText('To be revoked')).toBeVisible()
  await expect(dialog.getByText('No client that works now is registered with it.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await dialog.getByRole('button', { name: 'Revoke' }).click()

  const jwt = page.getByRole('region', { name: 'JWT' })
  await expect(jwt.getByText('This SSA was revoked')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Revoke' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Show JWT' })).toBeHidden()
  await expect(
    page.getByRole('region', { name: 'Details' }).getByText('Revoked', { exact: true }),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' }).getByText('Revoked')).toBeVisible()
  await expectAccessible(page)
  await jwt.getByRole('link', { name: 'Create New SSA' }).click()
  await expect(page.getByRole('dialog', { name: 'Create New SSA' })).toBeVisible()
})

const A_MINUTE_AGO = new Date(Date.now() - 60_000)
for (const { state, told, ended } of [
  { state: 'expired', told: 'This SSA has expired', ended: { expiresAt: A_MINUTE_AGO } },
  {
    state: 'used',
    told: 'This one time SSA has been used',
    ended: { status: 'USED' as const, heldName: null, usedAt: A_MINUTE_AGO },
  },
]) {
  test(`an SSA that is ${state} shows no JWT and says why`, async ({ page, mine: ctx }) => {
    const { jti } = await issue(ctx)
    await ctx.db.ssa.update({ where: { jti }, data: ended })
    await page.goto(ctx.path(`market/ssa/${jti}`))
    await expect(page.getByRole('region', { name: 'JWT' }).getByText(told)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Show JWT' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Revoke' })).toBeHidden()
  })
}

test('what was revoked in another window is told when its JWT is asked for', async ({ page, mine: ctx }) => {
  const { jti } = await issue(ctx)
  await page.goto(ctx.path(`market/ssa/${jti}`))
  await ctx.db.ssa.update({ where: { jti }, data: { status: 'REVOKED', heldName: null } })
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.getByText('This SSA is revoked: its JWT is no longer shown.')).toBeVisible()
})
