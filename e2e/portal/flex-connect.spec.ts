import { readFileSync } from 'node:fs'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { z } from 'zod'
import type { OrgCtx } from '@/lib/context'
import { DAY_MS } from '@/lib/days'
import { revokeLicense } from '@/lib/licenses/revoke'
import { suspendLicense } from '@/lib/licenses/suspend'
import { revokeSsa } from '@/lib/ssa/revoke'
import { enterprise } from '@/lib/testing/licensing'
import { saved } from '../support/download'
import { openEarly } from '../support/early'
import { FlexClient } from '../support/flex-client'
import { ago, openCard, sales, trial } from '../support/licenses'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

const configurationSchema = z.object({
  licenseConfig: z.object({
    ssa: z.string(),
    scanLicenseApiHostname: z.string(),
    licenseKey: z.string(),
    licenseHardwareKey: z.string(),
    intervalForSyncLicenseDetailsInDays: z.literal(30),
    oidcClient: z.object({ opHost: z.string(), clientId: z.string(), clientSecret: z.string() }),
  }),
})

test('the license configuration connects a Flex, which then appears under its SSA', async ({
  page,
  expectAccessible,
  mine: ctx,
}) => {
  await issue(ctx, { softwareId: 'Flex production' })
  const { key } = await trial(ctx)
  await openCard(page, ctx)
  const connect = page.getByRole('region', { name: 'Connect your Flex' })
  await expect(connect.getByText(new URL(ctx.issuer).host, { exact: true })).toBeVisible()
  await connect.getByRole('button', { name: 'Create license configuration' }).click()
  const dialog = page.getByRole('dialog', { name: 'License configuration' })
  await expect(dialog.getByText('"licenseConfig"')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  const { text } = await saved(page, () => dialog.getByRole('button', { name: 'Download .json' }).click())
  await expect(dialog.locator('code')).toHaveText(text)
  await dialog.getByRole('button', { name: 'I have saved it' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/clientSecret/)).toHaveCount(0)

  const { licenseConfig: config } = configurationSchema.parse(JSON.parse(text))
  expect(config).toMatchObject({ licenseKey: key, licenseHardwareKey: ctx.organization.id })
  const flex = flexWith(config)
  expect([await flex.open(), flex.message]).toEqual(['ADMIN_UI', null])

  await page.reload()
  const installations = page.getByRole('table', { name: 'Installations' })
  await expect(installations.getByRole('row')).toHaveCount(2)
  const row = installations.getByRole('row').nth(1)
  await expect(row).toContainText('Flex production (configured in the portal)')
  await expect(row).toContainText(key)
  await expect(row.getByRole('link', { name: 'Flex production', exact: true })).toBeVisible()
})

/** Installed software whose configuration was written by hand. */
function flexWith(config: z.output<typeof configurationSchema>['licenseConfig']): FlexClient {
  const flex = new FlexClient({
    send: fetch,
    now: () => new Date(),
    scanHost: config.scanLicenseApiHostname,
    generation: 'newest',
  })
  const { ssa, oidcClient: client, licenseHardwareKey: hardwareKey, licenseKey } = config
  flex.backend.config = { ssa, client, hardwareKey, licenseKey, details: null, updatedOn: null }
  return flex
}

test('an SSA that is chosen before the page’s code has come is the one that is looked at', async ({
  page,
  mine: ctx,
}) => {
  await trial(ctx)
  await issue(ctx, { softwareId: 'Good' })
  await issue(ctx, { softwareId: 'Once', oneTimeUse: true })
  const early = await openEarly(page, ctx.path('market/flex'))
  const connect = page.getByRole('region', { name: 'Connect your Flex' })
  await connect.getByLabel('SSA of this installation').selectOption('Once')
  await early.release()
  await expect(connect.getByText('One time use does not suit the role license')).toBeVisible()
})

test('it warns of SSAs that would break a renewal, and offers the best one first', async ({
  page,
  expectAccessible,
  mine: ctx,
}) => {
  await trial(ctx)
  await issue(ctx, { softwareId: 'Good' })
  await issue(ctx, { softwareId: 'Once', oneTimeUse: true })
  await issue(ctx, { softwareId: 'Short', lifetime: 24 * 60 * 60 })
  await issue(ctx, { softwareId: 'No role', softwareRoles: [] })
  const { jti } = await issue(ctx, { softwareId: 'Gone' })
  await revokeSsa(ctx, { jti })
  await openCard(page, ctx)
  const connect = page.getByRole('region', { name: 'Connect your Flex' })
  const choice = connect.getByLabel('SSA of this installation')
  await expect(choice.locator('option:checked')).toHaveText('Good')
  const button = connect.getByRole('button', { name: 'Create license configuration' })
  for (const [name, warning] of [
    ['Once', 'One time use does not suit the role license'],
    ['Short', 'The lifetime is short for the role license'],
  ] as const) {
    await choice.selectOption(name)
    await expect(connect.getByText(warning)).toBeVisible()
    await expect(button).toBeEnabled()
  }
  await choice.selectOption('No role')
  await button.click()
  await expect(connect.getByRole('alert').filter({ hasText: 'Choose or create one that has' })).toBeVisible()
  await expectAccessible(page)
  await choice.selectOption('Gone (revoked)')
  await expect(connect.getByText('This SSA is revoked')).toBeVisible()
  await expect(button).toHaveCount(0)
  await choice.selectOption('Good')
  const file = await saved(page, () => connect.getByRole('button', { name: 'Download .jwt' }).click())
  expect(file.name).toMatch(/^ssa-Good-\d{4}-\d\d-\d\d\.jwt$/)
})

test('without a license there is no configuration to make, and without an SSA the first step is one', async ({
  page,
  mine: ctx,
}) => {
  await openCard(page, ctx)
  const connect = page.getByRole('region', { name: 'Connect your Flex' })
  await connect.getByRole('button', { name: 'Create New SSA' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create new SSA' })
  await expect(dialog.getByLabel('Software Name')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await issue(ctx)
  await page.reload()
  await expect(connect.getByRole('button', { name: 'Create license configuration' })).toBeDisabled()
  await expect(
    connect.getByText('To get one, start the trial, subscribe, or contact sales: see'),
  ).toBeVisible()
})

const WITHOUT: { name: string; arrange: (ctx: OrgCtx) => Promise<unknown>; says: string }[] = [
  {
    name: 'a trial used up',
    arrange: ctx => trial(ago(ctx, 31 * DAY_MS)),
    says: 'To get one, subscribe or contact sales: see',
  },
  {
    name: 'a suspended license',
    arrange: async ctx => {
      const by = await sales(ctx)
      const { id } = await enterprise(by, ctx)
      await suspendLicense(by, { id, reason: 'Invoice 17 is open' })
    },
    says: 'To get one, contact sales: see',
  },
  {
    name: 'an expired license',
    arrange: async ctx => enterprise(ago(await sales(ctx), 400 * DAY_MS), ctx),
    says: 'To get one, renew the one that expired or contact sales: see',
  },
  {
    name: 'a revoked license',
    arrange: async ctx => {
      const by = await sales(ctx)
      const { id } = await enterprise(by, ctx)
      await revokeLicense(by, { id, reason: 'The contract was dissolved' })
    },
    says: 'To get one, contact sales or subscribe: see',
  },
]

for (const { name, arrange, says } of WITHOUT) {
  test(`${name} makes no configuration, and what can be done is said`, async ({ page, mine: ctx }) => {
    await arrange(ctx)
    await issue(ctx)
    await openCard(page, ctx)
    const connect = page.getByRole('region', { name: 'Connect your Flex' })
    await expect(connect.getByText(says)).toBeVisible()
    await expect(connect.getByRole('button', { name: 'Create license configuration' })).toBeDisabled()
    await connect.getByRole('link', { name: 'license card' }).click()
    await expect(page.getByRole('group', { name: 'Next steps' })).toBeInViewport()
  })
}

test('a license that starts later is connected beforehand', async ({ page, mine: ctx }) => {
  const { key } = await enterprise(await sales(ctx), ctx, { validFrom: new Date(Date.now() + 7 * DAY_MS) })
  await issue(ctx)
  await openCard(page, ctx)
  const connect = page.getByRole('region', { name: 'Connect your Flex' })
  await expect(connect.getByText('The license has not started yet.')).toBeVisible()
  await connect.getByRole('button', { name: 'Create license configuration' }).click()
  await expect(page.getByRole('dialog', { name: 'License configuration' })).toContainText(key)
})

test('the signed license for offline sites is downloaded, and its signature is right', async ({
  page,
  mine: ctx,
}) => {
  const { key } = await trial(ctx)
  const card = await openCard(page, ctx)
  const button = card.getByRole('button', { name: 'Signed license for offline sites' })
  const { name, text: jwt } = await saved(page, () => button.click())
  expect(name).toBe(`license-adminui001-${key}.jwt`)
  const keys = createLocalJWKSet(await keysOf(ctx))
  const { payload } = await jwtVerify(jwt, keys, { issuer: ctx.issuer, typ: 'license+jwt' })
  expect(payload).toMatchObject({ org_id: ctx.organization.id, license_key: key })
})

async function keysOf({ issuer }: OrgCtx) {
  const answer = await fetch(`${issuer}/v1/license/jwks`)
  return z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }).parse(await answer.json())
}

test('the guide tells what the page says', async ({ page, signIn, newPerson }) => {
  const guide = readFileSync('docs/guides/get-a-flex-license.md', 'utf8').replaceAll(/\s+/g, ' ')
  await signIn(newPerson())
  await page.goto('/help/get-a-flex-license')
  await expect(page.getByRole('heading', { name: 'Get a Flex license' })).toBeVisible()
  await page.getByRole('link', { name: 'Flex', exact: true }).click()
  const headings = page.getByRole('region', { name: 'Connect your Flex' }).getByRole('heading', { level: 3 })
  await expect(headings.first()).toBeVisible()
  for (const heading of await headings.allTextContents()) expect(guide).toContain(heading)
})
